import type { NameForm } from '../name/name-form.js';

/**
 * Words that name a part of a business which is often listed by itself, at the same place and under the same brand: the
 * pharmacy of a supermarket, the cash machine of a bank. Each line is one kind, in ASCII capitals.
 */
const DEPARTMENTS = `
  ATM GELDAUTOMAT BANKOMAT CAJERO BANCOMAT CASHPOINT
  PHARMACY APOTHEKE FARMACIA PHARMACIE DRUGSTORE
  FUEL GAS GASOLINE PETROL TANKSTELLE GASOLINERA
  PARTS SPARES ERSATZTEILE
  WERKSTATT REPAIR REPAIRS
  DEPARTMENT DEPT ABTEILUNG DEPARTAMENTO
  COLLISION BODYSHOP
  CARWASH WASH
  TIRE TIRES TYRE TYRES REIFEN
  OPTICAL VISION EYEWEAR OPTIK OPTICIAN OPTICIANS
  PHOTO
  GROOMING
  TRAINING SCHULUNG
  POOL SCHWIMMBAD PISCINA
  LABORATORY LABORATORIO
  RADIOLOGY IMAGING XRAY
  EMERGENCY
  VACCINATION VACCINE
  MORTGAGE MORTGAGES
  GROCERY GROCERIES
  DELIVERY PICKUP LIEFERSERVICE
  PARKING PARKPLATZ PARKHAUS
  LIBRARY BIBLIOTHEK BIBLIOTECA BIBLIOTHEQUE
  FLORIST FLORAL
`;

/**
 * Words that say what kind of business it is. A name often comes without: they tell two apart only where each has one and
 * they are of different kinds.
 */
const KINDS = `
  CAFE CAFFE COFFEE KAFFEE CAFETERIA
  BAR PUB LOUNGE
  DINING
  RESTAURANT RISTORANTE RESTAURANTE BISTRO BRASSERIE
  BAKERY BACKEREI BOULANGERIE PANADERIA
  GRILL STEAKHOUSE
  HOTEL HOSTEL MOTEL
  SPA SALON WELLNESS
  GYM FITNESS
  DENTAL DENTISTRY DENTIST
  PEDIATRIC PEDIATRICS
  CARDIOLOGY
  NEUROLOGY NEUROSURGERY
  ORTHOPEDIC ORTHOPEDICS ORTHOPAEDICS
  ONCOLOGY CANCER
  REHABILITATION REHAB PHYSIOTHERAPY
  INSURANCE VERSICHERUNG SEGUROS ASSURANCE
  MUSEUM MUSEO MUSEE
  THEATRE THEATER TEATRO
  CINEMA KINO CINE
  RENTAL RENTALS VERMIETUNG
  LIQUOR
  DELI DELICATESSEN
  CHURCH KIRCHE IGLESIA EGLISE
`;

const DEPARTMENT_BY_WORD = kindsByWord(DEPARTMENTS, 0);
const KIND_BY_WORD = new Map([...DEPARTMENT_BY_WORD, ...kindsByWord(KINDS, DEPARTMENT_BY_WORD.size)]);

function kindsByWord(lines: string, from: number): ReadonlyMap<string, number> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line, kind) =>
        line
          .trim()
          .split(' ')
          .map((word) => [word, from + kind] as const),
      ),
  );
}

/** OTHER: each names a part or kind that the other does not. ONE: one of the two names a part of a business. */
export type UnitAgreement = 'ONE' | 'OTHER';

/** How two names differ in the part or kind of business that they name; undefined where they do not. Symmetric. */
export function compareUnits(a: NameForm, b: NameForm): UnitAgreement | undefined {
  if (namesBeside(a, b, KIND_BY_WORD) && namesBeside(b, a, KIND_BY_WORD)) return 'OTHER';
  return namesBeside(a, b, DEPARTMENT_BY_WORD) || namesBeside(b, a, DEPARTMENT_BY_WORD) ? 'ONE' : undefined;
}

/** Whether a name has a word of a kind that the other has no word of. */
function namesBeside(name: NameForm, other: NameForm, kinds: ReadonlyMap<string, number>): boolean {
  for (const { text } of name.words) {
    const kind = kinds.get(text);
    if (kind !== undefined && !other.words.some((word) => kinds.get(word.text) === kind)) return true;
  }
  return false;
}
