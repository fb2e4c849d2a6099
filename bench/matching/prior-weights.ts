import {
  ANY_IDENTIFIER,
  type LevelWeight,
  type MatchingModel,
} from '../../src/matching/model/matching-model.js';

/** What the training may do with a field. */
export interface FieldPlan {
  /** What is reckoned with before anything is learnt, in bits. */
  readonly levels: Readonly<Record<string, LevelWeight>>;
  /** Levels of which none may weigh less than the next. */
  readonly ordered?: readonly string[];
}

/** Levels that never speak against a match, and those that never speak for one: missing must stay in the middle. */
export const FOR_LEVELS: ReadonlySet<string> = new Set([
  'SAME',
  'EXACT',
  'SAME_WORDS',
  'UNIQUE',
  'STRONG',
  'LOCAL',
]);
export const AGAINST_LEVELS: ReadonlySet<string> = new Set([
  ...['OTHER', 'DIFFERENT', 'CONFLICT', 'EXCLUSIVE_OTHER', 'ONE', 'BITS', 'HOUSE_OTHER'],
]);

/** A value that more merchants hold weighs a bit less for each doubling: what Fellegi and Sunter's u says. */
const common = (bits: number): LevelWeight => ({ bits, perBit: -1 });

/** Identifiers that are compared as equal or not. None of the labelled sets has them, so these weights stand as they are. */
const EXACT_FACT: FieldPlan = {
  levels: {
    UNIQUE: common(18),
    STRONG: common(12),
    WEAK: common(6),
    PART: common(8),
    NEAR: { bits: 4 },
    SHARED: { bits: 1 },
    CONTEXT: { bits: 0.5 },
    OTHER: { bits: -1 },
    EXCLUSIVE_OTHER: { bits: -14 },
  },
};

/**
 * The fields and levels of the model with the weights that training starts from. Source: what each level means
 * (compare/levels.ts) and identifiers.md, "Strength"; learnt weights take their place where a set shows the level.
 */
export const FIELD_PLANS: Readonly<Record<string, FieldPlan>> = {
  NAME: {
    levels: {
      EXACT: { bits: 2 },
      SAME_WORDS: { bits: 2 },
      RARE_WORDS: { bits: 1 },
      SOFT: { bits: 1 },
      PHONETIC: { bits: 0 },
      CONTAINED: { bits: 0 },
      ACRONYM: { bits: -1 },
      PARTIAL: { bits: -1 },
      NUMBERS: { bits: -2 },
      CONFLICT: { bits: -2 },
      DIFFERENT: { bits: -3 },
    },
    ordered: ['EXACT', 'SAME_WORDS', 'SOFT', 'PHONETIC', 'ACRONYM', 'NUMBERS', 'CONFLICT', 'DIFFERENT'],
  },
  NAME_RARITY: { levels: { ALL: { bits: 0, perBit: 0.4 }, PART: { bits: 0, perBit: 0.2 } } },
  NAME_SPELLING: { levels: { BITS: { bits: 0, perBit: -0.6 } } },
  NAME_OTHER_WORDS: { levels: { BITS: { bits: 0, perBit: -0.3 } } },
  NAME_MORE_WORDS: { levels: { BITS: { bits: 0, perBit: -0.1 } } },
  NAME_UNIT: { levels: { ONE: { bits: -1 }, OTHER: { bits: -2 } }, ordered: ['ONE', 'OTHER'] },
  NAME_NUMBERS: {
    levels: { NEAR: { bits: -1 }, EXTRA: { bits: -0.5 }, CONFLICT: { bits: -3 } },
    ordered: ['EXTRA', 'NEAR', 'CONFLICT'],
  },
  LEGAL_FORM: {
    levels: { SAME: { bits: 0.5 }, EQUIVALENT: { bits: 0 }, CONFLICT: { bits: -2 } },
    ordered: ['SAME', 'EQUIVALENT', 'CONFLICT'],
  },
  DESCRIPTOR: {
    levels: {
      SAME: { bits: 1, perBit: 0.3 },
      NEAR: { bits: 0, perBit: 0.3 },
      PART: { bits: 0, perBit: 0.15 },
      OTHER: { bits: -0.5 },
    },
  },
  PERSON: {
    levels: {
      EXACT: { bits: 2 },
      SAME_WORDS: { bits: 2 },
      VARIANT: { bits: 1 },
      SOFT: { bits: 1 },
      INITIALS: { bits: 0 },
      MISSING: { bits: 1 },
      SINGLE: { bits: -1 },
      CONFLICT: { bits: -3 },
      DIFFERENT: { bits: -5 },
    },
    ordered: ['EXACT', 'SAME_WORDS', 'SOFT', 'MISSING', 'SINGLE', 'CONFLICT', 'DIFFERENT'],
  },
  PERSON_RARITY: { levels: { ALL: { bits: 0, perBit: 0.3 }, PART: { bits: 0, perBit: 0.2 } } },
  PERSON_SPELLING: { levels: { BITS: { bits: 0, perBit: -0.6 } } },
  PERSON_OTHER_WORDS: { levels: { BITS: { bits: 0, perBit: -0.2 } } },
  PERSON_MORE_WORDS: { levels: { BITS: { bits: 0, perBit: -0.1 } } },
  BIRTH: {
    levels: {
      SAME: { bits: 9 },
      NEAR: { bits: 5 },
      YEAR: { bits: 4 },
      YEAR_DAY_OTHER: { bits: 0 },
      YEAR_NEAR: { bits: 0 },
      OTHER: { bits: -4 },
    },
    ordered: ['SAME', 'NEAR', 'YEAR_DAY_OTHER', 'OTHER'],
  },
  STREET: {
    levels: {
      SAME: common(8),
      HOUSE_NEAR: { bits: 4 },
      HOUSE_SAME_STREET_PART: { bits: 5 },
      STREET_WITHOUT_HOUSE: { bits: 4 },
      HOUSE_SAME_STREET_OTHER: { bits: 2 },
      STREET_PART: { bits: 0 },
      HOUSE_OTHER: { bits: -1 },
      OTHER: { bits: -3 },
    },
    ordered: ['SAME', 'HOUSE_SAME_STREET_PART', 'HOUSE_SAME_STREET_OTHER', 'OTHER'],
  },
  UNIT: { levels: { SAME: { bits: 1 }, OTHER: { bits: -1 } }, ordered: ['SAME', 'OTHER'] },
  POSTCODE: {
    levels: { SAME: { bits: 2 }, NEAR: { bits: 0 }, PART: { bits: 0 }, OTHER: { bits: -2 } },
    ordered: ['SAME', 'NEAR', 'OTHER'],
  },
  CITY: {
    levels: { SAME: { bits: 1 }, SOFT: { bits: 1 }, CONTAINED: { bits: 0.5 }, OTHER: { bits: -1 } },
    ordered: ['SAME', 'SOFT', 'OTHER'],
  },
  REGION: { levels: { SAME: { bits: 0.5 }, OTHER: { bits: -0.5 } }, ordered: ['SAME', 'OTHER'] },
  COUNTRY: { levels: { OTHER: { bits: -3 } } },
  PHONE: {
    levels: {
      SAME: common(9),
      LOCAL: common(8),
      SHARED: { bits: 2 },
      NEAR: { bits: 4 },
      BLOCK: { bits: 3 },
      OTHER: { bits: -2 },
    },
    ordered: ['SAME', 'LOCAL', 'SHARED', 'OTHER'],
  },
  HOST: {
    levels: {
      SAME: common(8),
      PART: common(6),
      MAIL: common(6),
      SHARED: { bits: 1 },
      SUFFIX: { bits: 4 },
      NEAR: { bits: 2 },
      OTHER: { bits: -1.5 },
    },
    ordered: ['SAME', 'PART', 'MAIL', 'SHARED', 'OTHER'],
  },
  EMAIL: {
    levels: {
      SAME: common(9),
      NEAR: { bits: 6 },
      SHARED: { bits: 2 },
      DOMAIN: common(4),
      MAILBOX: { bits: 2 },
      OTHER: { bits: -1 },
    },
    ordered: ['SAME', 'NEAR', 'DOMAIN', 'OTHER'],
  },
  TAX_ID: {
    levels: { ...EXACT_FACT.levels, PART: common(9), NEAR: { bits: 5 }, OTHER: { bits: -2 } },
    ordered: ['UNIQUE', 'PART', 'NEAR', 'OTHER'],
  },
  [ANY_IDENTIFIER]: EXACT_FACT,
};

/** The model before anything is learnt. */
export const PRIOR_MODEL: MatchingModel = {
  version: 'prior',
  reviewBits: 6,
  matchBits: 14,
  fields: Object.fromEntries(Object.entries(FIELD_PLANS).map(([field, { levels }]) => [field, levels])),
  groups: [
    { name: 'NAMES', fields: ['NAME', 'NAME_RARITY', 'DESCRIPTOR', 'LEGAL_FORM'], bitsMax: 12 },
    { name: 'WEB', fields: ['HOST', 'EMAIL'], bitsMax: 13 },
    {
      name: 'PLACE',
      fields: ['PHONE', 'STREET', 'UNIT', 'POSTCODE', 'CITY', 'REGION'],
      bitsMax: 10,
    },
  ],
  rarity: { unlistedBits: 14, tokens: new Map() },
  figures: [],
};
