import { Injectable } from '@nestjs/common';
import type { NamedStatement, Tx } from '../../database/index.js';
import type { HolderRow } from './count-holders.js';
import type { CountedWords, CountExtent } from './counted-words.js';
import { SELECT_HOLDERS } from './sql/select-holders.js';
import { SELECT_NAMES } from './sql/select-names.js';

/** Advisory lock of the one that counts. Any constant number. */
const COUNTER_LOCK = 7_225_203;
/** A page of names takes some hundredths of a second. One that takes so long gives the count up; the one before stays. */
const PAGE_TIMEOUT_MS = 5_000;

/** A count as it was kept. */
export interface KeptCount extends CountedWords {
  readonly extent: CountExtent;
  readonly countedAt: Date;
}

/** The names in one description or view, and the merchant that bears them. */
export interface NamesRow {
  readonly holder: string;
  readonly names: readonly string[];
}

const BECOME_COUNTER: NamedStatement = {
  name: 'merchant.become-counter',
  text: `select pg_try_advisory_xact_lock($1) as "isCounter", set_config('statement_timeout', $2, true)`,
};

const SELECT_OLDEST: NamedStatement = {
  name: 'merchant.select-oldest-count',
  text: `select min(counted_at) as "countedAt" from name_word_count where extent = any($1::text[])
    having count(*) = cardinality($1::text[])`,
};

const SAVE_COUNT: NamedStatement = {
  name: 'merchant.save-name-word-count',
  text: `insert into name_word_count (extent, counted_at, merchants, words, holders) values ($1, $2, $3, $4, $5)
    on conflict (extent) do update set counted_at = excluded.counted_at, merchants = excluded.merchants,
      words = excluded.words, holders = excluded.holders`,
};

const SELECT_COUNTS: NamedStatement = {
  name: 'merchant.select-name-word-counts',
  text: `select extent, counted_at as "countedAt", merchants, words, holders from name_word_count
    where not (extent, counted_at) in (select * from unnest($1::text[], $2::timestamptz[]))`,
};

/** The SQL of rarity. It reads what no member sees as such, and says it to nobody, so it takes no actor. */
@Injectable()
export class RarityRepository {
  /** Makes the transaction the only one that counts until it ends; false where another one is. */
  async becomeCounter(tx: Tx): Promise<boolean> {
    const [lock] = await tx.statement<{ isCounter: boolean }>(BECOME_COUNTER, [
      COUNTER_LOCK,
      String(PAGE_TIMEOUT_MS),
    ]);
    return lock?.isCounter === true;
  }

  /** When the oldest of the counts was made; undefined where one is missing. */
  async oldestCount(tx: Tx, extents: readonly CountExtent[]): Promise<Date | undefined> {
    const [row] = await tx.statement<{ countedAt: Date }>(SELECT_OLDEST, [extents]);
    return row?.countedAt;
  }

  /** Names of the holders behind this one, in their order, as many as a page has. */
  names(tx: Tx, extent: CountExtent, after: string, pageSize: number): Promise<NamesRow[]> {
    return tx.statement<NamesRow>(SELECT_NAMES[extent], [after, pageSize]);
  }

  /** Keeps a count in the place of the one before. */
  async save(tx: Tx, { extent, countedAt, merchants, holders }: KeptCount): Promise<void> {
    await tx.statement(SAVE_COUNT, [
      extent,
      countedAt,
      merchants,
      [...holders.keys()],
      [...holders.values()],
    ]);
  }

  /** The counts that are not among those known by extent and time. */
  async countsBeside(tx: Tx, known: ReadonlyMap<CountExtent, Date>): Promise<KeptCount[]> {
    const rows = await tx.statement<
      Omit<KeptCount, 'holders'> & { readonly words: readonly string[]; readonly holders: readonly number[] }
    >(SELECT_COUNTS, [[...known.keys()], [...known.values()]]);
    return rows.map(({ words, holders, ...count }) => ({
      ...count,
      holders: new Map(words.map((word, place) => [word, holders[place] ?? 0])),
    }));
  }

  /** Who holds keys: of each `holdersMax` descriptions at most. */
  holders(
    tx: Tx,
    { exact, retrieval }: { readonly exact: readonly string[]; readonly retrieval: readonly string[] },
    holdersMax: number,
  ): Promise<HolderRow[]> {
    return tx.statement<HolderRow>(SELECT_HOLDERS, [
      exact.map((hash) => Buffer.from(hash, 'hex')),
      retrieval,
      holdersMax,
    ]);
  }
}
