/** Weights are whole multiples of this many bits, so that every sum of them is exact in binary floating point. */
export const BITS_STEP = 1 / 64;

/** What a level of a field weighs: `bits`, and `perBit` for each bit of the finding's amount. */
export interface LevelWeight {
  readonly bits: number;
  readonly perBit?: number;
}

/** Fields that repeat one fact: what speaks for a match in them counts up to `bitsMax` together. */
export interface FieldGroup {
  readonly name: string;
  readonly fields: readonly string[];
  readonly bitsMax: number;
}

/** What a model reached on one labelled set when it was trained: figures on pairs that it had not been trained on. */
export interface ModelFigures {
  readonly set: string;
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Precision of the automatic band, and the share of the true pairs that it holds. */
  readonly matchPrecision: number;
  readonly matchShare: number;
}

/**
 * The one model for all data: log2 likelihood ratios by field and level, learnt by `npm run train:matching`.
 *
 * Source: Fellegi and Sunter 1969, section 2; Winkler 2000 for value frequency.
 */
export interface MatchingModel {
  /** Named by every decision that is stored. */
  readonly version: string;
  /** Scores at or above this many bits are put before a person. */
  readonly reviewBits: number;
  /** At or above this many bits, and by the rules of decide-link.ts, two sides are one merchant without a person. */
  readonly matchBits: number;
  readonly fields: Readonly<Record<string, Readonly<Record<string, LevelWeight>>>>;
  readonly groups: readonly FieldGroup[];
  readonly rarity: BackgroundRarity;
  readonly figures: readonly ModelFigures[];
}

/** Stands in for every identifier's fact that has no weights of its own: no labelled set has shown it yet. */
export const ANY_IDENTIFIER = 'IDENTIFIER';

/** The weights of a field by level. */
export function levelsOf(
  fields: MatchingModel['fields'],
  field: string,
): Readonly<Record<string, LevelWeight>> | undefined {
  return fields[field] ?? fields[ANY_IDENTIFIER];
}

/** How often general words stand in names. A word that is not here is as rare as `unlistedBits` says. */
export interface BackgroundRarity {
  readonly unlistedBits: number;
  /** Bits by word, -log2 of the share of names that hold it. */
  readonly tokens: ReadonlyMap<string, number>;
}

/** Words with one rarity in one line, as the file of the model has them. */
export type PackedWords = readonly (readonly [bits: number, words: string])[];

/** The words of the file of the model, each with its bits. */
export function unpackWords(packed: PackedWords): ReadonlyMap<string, number> {
  return new Map(packed.flatMap(([bits, words]) => words.split(' ').map((word) => [word, bits] as const)));
}

/** The model as its file has it: the words apart. */
export type StoredModel = Omit<MatchingModel, 'rarity'> & { readonly unlistedBits: number };
