import type { SubjectIdentifier } from '../identifier/index.js';
import type { ViewIndicator } from '../indicator/index.js';
import {
  addressForm,
  compareAddresses,
  compareNames,
  comparePersons,
  type FieldEvidence,
  nameForm,
  type NameLevel,
  personForm,
  type PersonLevel,
  type Rarity,
} from '../matching/index.js';

/** How a value of the asker agrees by degree with the one of a merchant's that agrees best. */
export interface ValueEvidence {
  readonly evidence: Extract<FieldEvidence, 'NORMALISED' | 'PHONETIC' | 'PARTIAL'>;
  readonly indicator: ViewIndicator;
}

type Degree = ValueEvidence['evidence'];

const NAME_DEGREES: Readonly<Partial<Record<NameLevel, Degree>>> = {
  EXACT: 'NORMALISED',
  SAME_WORDS: 'NORMALISED',
  SOFT: 'PHONETIC',
  PHONETIC: 'PHONETIC',
  RARE_WORDS: 'PARTIAL',
  CONTAINED: 'PARTIAL',
  ACRONYM: 'PARTIAL',
};

const PERSON_DEGREES: Readonly<Partial<Record<PersonLevel, Degree>>> = {
  EXACT: 'NORMALISED',
  SAME_WORDS: 'NORMALISED',
  VARIANT: 'PHONETIC',
  SOFT: 'PHONETIC',
  INITIALS: 'PARTIAL',
  MISSING: 'PARTIAL',
};

/** Best first: what is found earlier agrees better. */
const DEGREES: readonly Degree[] = ['NORMALISED', 'PHONETIC', 'PARTIAL'];

/**
 * Compares a name, person or address of the asker with those of a merchant, by degree; undefined where none agrees, and for
 * types that equal keys decide. A typing error counts as another spelling of the sound. That it differs says nothing here:
 * merchants have several names.
 */
export function valueEvidence(
  identifier: SubjectIdentifier,
  indicators: readonly ViewIndicator[],
  { token }: Rarity,
): ValueEvidence | undefined {
  const degreeOf = comparisonOf(identifier, token);
  if (degreeOf === undefined) return undefined;
  const found = indicators.flatMap((indicator) => {
    const evidence = degreeOf(indicator);
    return evidence === undefined ? [] : [{ evidence, indicator }];
  });
  const place = ({ evidence }: ValueEvidence): number => DEGREES.indexOf(evidence);
  return found.sort((one, other) => place(one) - place(other))[0];
}

type DegreeOf = (indicator: ViewIndicator) => Degree | undefined;

const NAME_TYPES: ReadonlySet<string> = new Set(['LEGAL_NAME', 'TRADE_NAME', 'DESCRIPTOR']);

function comparisonOf(identifier: SubjectIdentifier, token: Rarity['token']): DegreeOf | undefined {
  const { type } = identifier;
  if (NAME_TYPES.has(type)) {
    const own = nameForm(identifier);
    return (indicator) => {
      if (!NAME_TYPES.has(indicator.type) || indicator.value === undefined) return undefined;
      const { level } = compareNames(own, nameForm(statedValue(indicator, indicator.value)), token);
      return NAME_DEGREES[level];
    };
  }
  if (type === 'PERSON') {
    const own = personForm(identifier);
    return (indicator) => {
      if (indicator.type !== 'PERSON' || indicator.value === undefined) return undefined;
      const { level } = comparePersons(own, personForm(statedValue(indicator, indicator.value)), token);
      return PERSON_DEGREES[level];
    };
  }
  if (type === 'ADDRESS') {
    const own = addressForm(identifier);
    return (indicator) => {
      if (indicator.type !== 'ADDRESS' || indicator.value === undefined) return undefined;
      return compareAddresses(own, addressForm(statedValue(indicator, indicator.value))).STREET === 'SAME'
        ? 'PARTIAL'
        : undefined;
    };
  }
  return undefined;
}

/** What the forms are made of. */
function statedValue({ parts }: ViewIndicator, value: string): Pick<SubjectIdentifier, 'value' | 'parts'> {
  return { value, parts: parts ?? {} };
}
