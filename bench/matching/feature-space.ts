import type { Finding } from '../../src/matching/score/finding.js';
import { levelsOf, type LevelWeight, type MatchingModel } from '../../src/matching/model/matching-model.js';

/** A pair as the training sees it: which weights add up to its score, and what is known of it. */
export interface TrainingPair {
  readonly features: Int32Array;
  readonly amounts: Float64Array;
  readonly isSame: boolean;
  /** How much the pair counts: sets count evenly, however large they are. */
  readonly weight: number;
  readonly set: number;
  readonly fold: number;
}

/** The weights by number: one for each level of a field, and one for each bit of its amount. */
export class FeatureSpace {
  readonly #numbers = new Map<string, number>();
  readonly #names: { readonly field: string; readonly level: string; readonly isPerBit: boolean }[] = [];

  get size(): number {
    return this.#names.length;
  }

  /** The features of a pair's findings. */
  read(findings: readonly Finding[]): Pick<TrainingPair, 'features' | 'amounts'> {
    const features: number[] = [];
    const amounts: number[] = [];
    for (const { field, level, amount } of findings) {
      features.push(this.numberOf(field, level, false));
      amounts.push(1);
      if (amount === 0) continue;
      features.push(this.numberOf(field, level, true));
      amounts.push(amount);
    }
    return { features: Int32Array.from(features), amounts: Float64Array.from(amounts) };
  }

  numberOf(field: string, level: string, isPerBit: boolean): number {
    const name = `${field} ${level} ${isPerBit}`;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    this.#names.push({ field, level, isPerBit });
    return this.#names.length - 1;
  }

  /** Which weight a number stands for. */
  nameOf(number: number): { readonly field: string; readonly level: string; readonly isPerBit: boolean } {
    const name = this.#names[number];
    if (name === undefined) throw new RangeError(`There is no weight ${number}.`);
    return name;
  }

  /** The weights as the model has them; 0 for one that it has not. */
  weightsOf(fields: MatchingModel['fields']): Float64Array {
    return Float64Array.from(this.#names, ({ field, level, isPerBit }) => {
      const weight = levelsOf(fields, field)?.[level];
      return (isPerBit ? weight?.perBit : weight?.bits) ?? 0;
    });
  }

  /** The model's fields with these weights in place of its own, each rounded by `round`. */
  fieldsWith(
    fields: MatchingModel['fields'],
    weights: Float64Array,
    round: (bits: number) => number,
  ): MatchingModel['fields'] {
    const changed: Record<string, Record<string, LevelWeight>> = {};
    for (const [field, levels] of Object.entries(fields)) changed[field] = { ...levels };
    for (const [number, { field, level, isPerBit }] of this.#names.entries()) {
      const levels = (changed[field] ??= { ...levelsOf(fields, field) });
      const before = levels[level] ?? { bits: 0 };
      const value = round(weights[number] ?? 0);
      levels[level] = isPerBit ? { ...before, perBit: value } : { ...before, bits: value };
    }
    return changed;
  }
}
