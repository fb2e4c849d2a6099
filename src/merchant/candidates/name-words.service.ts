import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { nearest, type NearWords, wordVariants } from '../../matching/index.js';
import { NEAR_WORDS } from './sql/near-words.js';

/** Of one variant so many words are looked at. */
const WORDS_PER_VARIANT_MAX = 64;

interface VariantRow {
  readonly variant: string;
  readonly word: string;
}

/** The words that merchants' names are written with, and how they are found by other spellings. */
@Injectable()
export class NameWords {
  constructor(private readonly database: Database) {}

  /** Other spellings, known from names, of each of the words. */
  async near(words: readonly string[], tx?: Tx): Promise<NearWords> {
    const variants = new Map(words.map((word) => [word, wordVariants(word)]));
    const asked = [...new Set([...variants.values()].flat())];
    if (asked.length === 0) return () => [];
    const values = [asked, WORDS_PER_VARIANT_MAX];
    const rows =
      tx === undefined
        ? await this.database.systemStatement<VariantRow>('resolver', NEAR_WORDS, values)
        : await tx.statement<VariantRow>(NEAR_WORDS, values);
    const known = Map.groupBy(rows, ({ variant }) => variant);
    const near = new Map(
      [...variants].map(([word, own]) => [
        word,
        nearest(
          word,
          own.flatMap((variant) => (known.get(variant) ?? []).map((row) => row.word)),
        ),
      ]),
    );
    return (word) => near.get(word) ?? [];
  }

  /** Keeps words, with their variants where they are new. In the order of the words: ordered writes do not deadlock. */
  async learn(tx: Tx, words: readonly string[]): Promise<void> {
    if (words.length === 0) return;
    const learnt = await tx.query<{ word: string }>(
      'insert into name_word (word) select unnest($1::text[]) on conflict do nothing returning word',
      [[...new Set(words)].sort()],
    );
    const rows = learnt.flatMap(({ word }) => wordVariants(word).map((variant) => ({ variant, word })));
    if (rows.length === 0) return;
    await tx.query(
      `insert into name_word_variant (variant, word) select * from unnest($1::bigint[], $2::text[])
       on conflict do nothing`,
      [rows.map(({ variant }) => variant), rows.map(({ word }) => word)],
    );
  }
}
