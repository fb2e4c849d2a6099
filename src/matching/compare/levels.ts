/**
 * The levels in which each field is compared, best first, and what they mean. A field that one side lacks has no level:
 * missing is neutral. A value that agrees and is shared by strangers has the level SHARED instead. The model has a weight for each (model/model.ts); where a field is marked ORDERED in training, a
 * better level never weighs less.
 */
export const FIELD_LEVELS = {
  /** House number and street together. */
  STREET: [
    'SAME',
    'HOUSE_NEAR',
    'HOUSE_SAME_STREET_PART',
    'STREET_WITHOUT_HOUSE',
    'HOUSE_SAME_STREET_OTHER',
    'STREET_PART',
    'HOUSE_OTHER',
    'OTHER',
  ],
  /** Flat, suite or floor, where the street agrees. */
  UNIT: ['SAME', 'OTHER'],
  /** PART: the first half is the same. NEAR: one digit or letter is other, or two changed places. */
  POSTCODE: ['SAME', 'NEAR', 'PART', 'OTHER'],
  CITY: ['SAME', 'SOFT', 'CONTAINED', 'OTHER'],
  REGION: ['SAME', 'OTHER'],
  COUNTRY: ['SAME', 'OTHER'],
  /** LOCAL: the same national or local digits, where one lacks its country. NEAR: one digit other, or two swapped. */
  PHONE: ['SAME', 'LOCAL', 'NEAR', 'BLOCK', 'OTHER'],
  /** PART: the registrable domain. SUFFIX: the same name under another public suffix. MAIL: one's mail, other's site. */
  HOST: ['SAME', 'PART', 'MAIL', 'SUFFIX', 'NEAR', 'OTHER'],
  /** DOMAIN: at the same domain of their own. MAILBOX: the same name before the at sign, elsewhere. */
  EMAIL: ['SAME', 'NEAR', 'DOMAIN', 'MAILBOX', 'OTHER'],
  /** NEAR: one digit other, or day and month swapped. YEAR: the same year where one has no more. */
  BIRTH: ['SAME', 'NEAR', 'YEAR', 'YEAR_DAY_OTHER', 'YEAR_NEAR', 'OTHER'],
} as const;

/** A field compared in levels by this folder. Names, persons and identifiers have levels of their own. */
export type ComparedField = keyof typeof FIELD_LEVELS;

export type LevelOf<Field extends ComparedField> = (typeof FIELD_LEVELS)[Field][number];
