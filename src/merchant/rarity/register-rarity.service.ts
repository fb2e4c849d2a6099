import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import type { DescribedIdentifier, Profile, Rarity } from '../../matching/index.js';
import { countHolders } from './count-holders.js';
import { heldName, heldValues } from './held-values.js';
import { holdersAmong } from './holders-among.js';
import { NameWordCounter } from './name-word-counter.service.js';
import { RarityRepository } from './rarity.repository.js';

/** Of each key so many descriptions are looked at. More strangers than that are not told apart. */
const HOLDERS_MAX = 64;
/** The most values of which one decision asks; of further ones nothing is known. */
const VALUES_MAX = 1_000;

/** How common words and values are, as the register itself shows (issue 3: "A value's weight"). */
@Injectable()
export class RegisterRarity {
  constructor(
    private readonly counter: NameWordCounter,
    private readonly repository: RarityRepository,
  ) {}

  /**
   * For resolution: words as the whole register has them, and the holders of the values of these identifiers, looked up
   * in one statement. What scores are made with it is for analysts only.
   *
   * A value is only ever agreed on by both sides, so those of one side are enough.
   */
  async forDecision(tx: Tx, identifiers: readonly DescribedIdentifier[]): Promise<Rarity> {
    const token = this.counter.words('REGISTER');
    const values = heldValues(identifiers).slice(0, VALUES_MAX);
    const keys = {
      exact: distinct(values.flatMap(({ exact }) => exact)),
      retrieval: distinct(values.flatMap(({ retrieval }) => retrieval)),
    };
    const rows = values.length === 0 ? [] : await this.repository.holders(tx, keys, HOLDERS_MAX);
    const counts = countHolders(values, rows, token);
    return { token, holders: (kind, value) => counts.get(heldName(kind, value)) ?? 0 };
  }

  /**
   * For screening: words as they stand in what every member may see, and holders among the merchants that the screening
   * found for the asker. Nothing that the asker may not see moves a score made with it, but for what the views themselves
   * were made by; and nothing is looked up.
   */
  forScreening(candidates: () => readonly Profile[]): Rarity {
    const token = this.counter.words('COALITION');
    return { token, holders: holdersAmong(candidates, token) };
  }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
