import type { NamedStatement } from '../../../database/index.js';

/**
 * The words that names are written with, under the variants $1; of each variant $2 words at most, for a sound that so many
 * share tells none of them. Stands on name_word_variant_pkey.
 */
export const NEAR_WORDS: NamedStatement = {
  name: 'merchant.near-words',
  text: `select distinct near.variant, near.word
    from unnest($1::bigint[]) as asked (variant)
    cross join lateral (
      select v.variant, v.word from name_word_variant v where v.variant = asked.variant limit $2
    ) near`,
};
