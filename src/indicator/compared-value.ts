import type { IdentifierType, NormalisedIdentifier } from '../identifier/index.js';

/** The normal form of a value that is compared by degree and not by equal keys alone. Read by the server, never shown. */
export interface ComparedValue {
  readonly value: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** The parts by which values of a type are compared. Of a type that is not here equal keys say all. */
const COMPARED_PARTS: Readonly<Partial<Record<IdentifierType, readonly string[]>>> = {
  LEGAL_NAME: ['core', 'legalForm', 'native'],
  TRADE_NAME: ['core', 'legalForm', 'native'],
  DESCRIPTOR: ['core'],
  PERSON: ['birthYear', 'birthDate', 'native', 'written'],
  ADDRESS: ['country', 'postcode', 'city', 'region', 'houseNumber', 'unit', 'street'],
  PHONE: [],
  DOMAIN: ['registrable'],
  EMAIL: ['host', 'registrable'],
};

/** What the comparison reads of an identifier; null where its keys are enough. */
export function comparedValue({
  type,
  value,
  parts,
}: Pick<NormalisedIdentifier, 'type' | 'value' | 'parts'>): ComparedValue | null {
  const names = COMPARED_PARTS[type];
  if (names === undefined) return null;
  const kept = names.flatMap((name) => {
    const part = parts[name];
    return part === undefined ? [] : [[name, part] as const];
  });
  return { value, parts: Object.fromEntries(kept) };
}
