import { Injectable } from '@nestjs/common';
import type { MerchantId, ReportId } from '../../common/id.js';
import type { Tx } from '../../database/index.js';
import { CANDIDATES_MAX, KEY_HOLDERS_MAX, type RetrievalKey } from '../../matching/index.js';
import type { DescriptionContent } from '../description-content.js';
import { FIND_CANDIDATES } from './sql/find-candidates.js';

/** Of a whole value so many descriptions are looked at, to tell by how many merchants it is held. */
const DESCRIPTIONS_MAX = 1_000;
/** Kinds of key that stand for a whole name or place. */
const WHOLE_VALUES: ReadonlySet<RetrievalKey['kind']> = new Set([
  'NAME_WHOLE',
  'NAME_SET',
  'HOUSE_POSTCODE',
  'PERSON_PAIR',
]);

/** The keys of one description. */
export interface KeyedDescription {
  readonly id: ReportId;
  readonly keys: readonly RetrievalKey[];
}

/** A description that another one may be the same merchant as. */
export interface Candidate {
  /** Whose candidate it is. */
  readonly askerId: ReportId;
  readonly id: ReportId;
  readonly merchantId: MerchantId;
  readonly receivedAt: Date;
  readonly content: DescriptionContent;
}

/** The retrieval keys of descriptions. They are read and written by resolution alone, so nothing here takes an actor. */
@Injectable()
export class CandidateRepository {
  /** Makes the stored keys of these descriptions exactly the given ones. */
  async replaceKeys(tx: Tx, descriptions: readonly KeyedDescription[]): Promise<void> {
    const rows = descriptions.flatMap(({ id, keys }) => keys.map(({ hash }) => ({ id, hash })));
    await tx.query(
      `with wanted as (select * from unnest($2::uuid[], $3::bigint[]) as wanted (description_id, hash)),
         gone as (
           delete from description_retrieval_key k where k.description_id = any($1::uuid[]) and not exists (
             select from wanted w where w.description_id = k.description_id and w.hash = k.hash))
       insert into description_retrieval_key (hash, description_id)
       select hash, description_id from wanted order by hash, description_id
       on conflict do nothing`,
      [descriptions.map(({ id }) => id), rows.map(({ id }) => id), rows.map(({ hash }) => hash)],
    );
  }

  /** For each description by its keys, the likeliest candidates first. */
  async find(tx: Tx, descriptions: readonly KeyedDescription[]): Promise<readonly Candidate[]> {
    const asked = descriptions.flatMap(({ id, keys }) => keys.map((key) => ({ id, ...key })));
    if (asked.length === 0) return [];
    return tx.statement<Candidate>(FIND_CANDIDATES, [
      asked.map(({ id }) => id),
      asked.map(({ hash }) => hash),
      asked.map(({ kind }) => WHOLE_VALUES.has(kind)),
      KEY_HOLDERS_MAX,
      CANDIDATES_MAX,
      DESCRIPTIONS_MAX,
    ]);
  }
}
