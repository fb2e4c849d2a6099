import type { SubjectIdentifier } from '../../identifier/index.js';
import { type FishingFeatures, NO_FEATURES } from './fishing-features.js';
import { NumberBlocks } from './number-blocks.js';
import { kindOf, numberedValue } from './numbered-value.js';
import { type Place, RowOfNumbers } from './row-of-numbers.js';
import { WordList } from './word-list.js';

/** Lines of numbers that are watched for one member; the one not asked about for longest is forgotten first. */
const LINES_MAX = 64;

type AskedValue = Pick<SubjectIdentifier, 'type' | 'scope' | 'value'>;

/** One merchant that was asked about, and whether anything was found. */
export interface AskedMerchant {
  readonly identifiers: readonly AskedValue[];
  readonly found: boolean;
}

/**
 * How one member asks, as this instance sees it: its latest values, in memory alone, and the counts made from them, which
 * are all that leaves it.
 */
export class AskingMember {
  readonly #lines = new Map<string, RowOfNumbers>();
  readonly #blocks = new NumberBlocks();
  #linesMade = 0;
  readonly #words = new Map<string, WordList>();
  #features: Record<keyof FishingFeatures, number> = { ...NO_FEATURES };

  /** Takes the next merchant asked about. About 3 µs for one identifier. */
  observe({ identifiers, found }: AskedMerchant): void {
    // A value without a kind says nothing about the merchant (its trade, say): it does not make a question less bare.
    const telling = identifiers.filter(({ type }) => kindOf(type) !== undefined);
    const isBare = telling.length === 1;
    const counted = new Set<keyof FishingFeatures>(['asked']);
    if (!found) counted.add('missed');
    if (isBare) counted.add('bare');
    if (isBare && !found) counted.add('bareMissed');
    for (const identifier of telling) this.look(identifier, isBare, counted);
    for (const name of counted) this.#features[name] += 1;
  }

  /** What was counted since it was last taken. */
  take(): FishingFeatures {
    const taken = this.#features;
    this.#features = { ...NO_FEATURES };
    return taken;
  }

  private look(identifier: AskedValue, isBare: boolean, counted: Set<keyof FishingFeatures>): void {
    const { isNear, isRegular } = this.placeOf(identifier);
    const kind = kindOf(identifier.type);
    if (kind === 'AT_LARGE') {
      counted.add('numbered');
      if (isNear || isRegular) counted.add('numberedInRow');
    } else if (kind === 'ASSIGNED' && isBare) {
      counted.add('assigned');
      if (isRegular) counted.add('assignedInRow');
    } else if (kind === 'WORDS' && isBare) {
      counted.add('worded');
      if (this.isFromList(identifier) || isNear || isRegular) counted.add('wordedByList');
    }
  }

  private placeOf(identifier: AskedValue): Place {
    const value = numberedValue(identifier);
    if (value === undefined) return { isRegular: false, isNear: false };
    const row = this.#lines.get(value.line) ?? this.newRow();
    this.#lines.delete(value.line);
    this.#lines.set(value.line, row);
    if (this.#lines.size > LINES_MAX) {
      const oldest = this.#lines.keys().next();
      if (oldest.done !== true) this.#lines.delete(oldest.value);
    }
    return row.add(value.number);
  }

  private newRow(): RowOfNumbers {
    this.#linesMade += 1;
    return new RowOfNumbers(this.#blocks, this.#linesMade);
  }

  private isFromList({ type, value }: AskedValue): boolean {
    const words = this.#words.get(type) ?? new WordList();
    this.#words.set(type, words);
    return words.add(value, type === 'DOMAIN' || type === 'EMAIL');
  }
}
