import { Injectable } from '@nestjs/common';
import type { MerchantId, ReportId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import type { Judgement } from '../matching/index.js';
import type { DescriptionContent } from './description-content.js';
import type { EngineJudgement, JudgementChanges } from './judgement-changes.js';
import type { Move } from './project-merchants.js';
import { LOCK_DESCRIPTIONS, NEIGHBOURHOOD } from './sql/neighbourhood.js';

/** The most descriptions that one resolution looks at. A neighbourhood beyond it is left to a person. */
export const NEIGHBOURHOOD_MAX = 5_000;

/** A value held by more merchants than this is shared beyond doubt and not followed any more. */
export const SHARED_BEYOND_DOUBT = 50;

/** A description as stored, locked by the reading transaction. */
export interface LockedDescription {
  readonly id: ReportId;
  readonly ownMerchantId: MerchantId;
  readonly merchantId: MerchantId;
  readonly receivedAt: Date;
  readonly active: boolean;
  readonly content: DescriptionContent;
}

/** A value found to be shared, and by how many unrelated merchants. */
export interface SharedValue {
  readonly hash: string;
  readonly kind: string;
  readonly merchants: number;
}

/** The SQL of resolution. It reads and writes what no member sees as such, so it takes no actor. */
@Injectable()
export class ResolutionRepository {
  async neighbourhood(tx: Tx, ids: readonly ReportId[]): Promise<ReportId[]> {
    const rows = await tx.statement<{ id: ReportId }>(NEIGHBOURHOOD, [
      ids,
      NEIGHBOURHOOD_MAX + 1,
      SHARED_BEYOND_DOUBT,
    ]);
    return rows.map(({ id }) => id);
  }

  lock(tx: Tx, ids: readonly ReportId[]): Promise<LockedDescription[]> {
    return tx.statement<LockedDescription>(LOCK_DESCRIPTIONS, [ids]);
  }

  analystJudgements(tx: Tx, ids: readonly ReportId[]): Promise<Judgement[]> {
    return tx.statement<Judgement>(ANALYST_JUDGEMENTS, [ids]);
  }

  engineJudgements(tx: Tx, ids: readonly ReportId[]): Promise<EngineJudgement[]> {
    return tx.statement<EngineJudgement>(ENGINE_JUDGEMENTS, [ids]);
  }

  /** Values that the given keys' hashes say are shared by an analyst's list, or beyond doubt. */
  async knownShared(tx: Tx, hashes: readonly string[]): Promise<Set<string>> {
    const rows = await tx.statement<{ hash: string }>(KNOWN_SHARED, [
      hashes.map(bytesOf),
      SHARED_BEYOND_DOUBT,
    ]);
    return new Set(rows.map(({ hash }) => hash));
  }

  /** Two that find each other at once both make the judgement: it is made once. */
  async saveJudgements(tx: Tx, changes: JudgementChanges, modelVersion: string, at: Date): Promise<void> {
    if (changes.withdrawn.length > 0)
      await tx.query(
        `update judgement set withdrawn_at = $2, withdrawn_reason = 'The evidence no longer decides it.'
         where id = any($1::uuid[])`,
        [changes.withdrawn, at],
      );
    if (changes.made.length > 0)
      await tx.query(
        `insert into judgement (id, description_a, description_b, verdict, origin, evidence, model_version, decided_at)
         select gen_random_uuid(), a, b, verdict, 'ENGINE', evidence, $2, $3
         from jsonb_to_recordset($1::jsonb) as made (a uuid, b uuid, verdict text, evidence jsonb)
         order by a, b
         on conflict (description_a, description_b, origin) where withdrawn_at is null do nothing`,
        [JSON.stringify(changes.made), modelVersion, at],
      );
  }

  async saveMoves(tx: Tx, moves: readonly Move[]): Promise<void> {
    await tx.query(
      `update description d set merchant_id = move.to_id
       from unnest($1::uuid[], $2::uuid[]) as move (id, to_id) where d.id = move.id`,
      [moves.map((move) => move.descriptionId), moves.map((move) => move.to)],
    );
  }

  async saveEvents(
    tx: Tx,
    events: readonly {
      kind: string;
      merchantId: MerchantId;
      otherMerchantId: MerchantId;
      descriptionIds: readonly ReportId[];
    }[],
    at: Date,
  ): Promise<void> {
    await tx.query(
      `insert into merchant_event (merchant_id, kind, other_merchant_id, description_ids, at)
       select "merchantId", kind, "otherMerchantId", "descriptionIds", $2
       from jsonb_to_recordset($1::jsonb) as e ("merchantId" uuid, kind text, "otherMerchantId" uuid, "descriptionIds" uuid[])`,
      [JSON.stringify(events), at],
    );
  }

  /** Makes the engine's shared values among `hashes` exactly `shared`; tells the hashes whose state changed. */
  async saveShared(
    tx: Tx,
    hashes: readonly string[],
    shared: readonly SharedValue[],
    at: Date,
  ): Promise<string[]> {
    const sorted = [...shared].sort((a, b) => (a.hash < b.hash ? -1 : 1));
    const gone = await tx.statement<{ hash: string }>(DELETE_SHARED, [
      hashes.map(bytesOf),
      sorted.map(({ hash }) => bytesOf(hash)),
    ]);
    if (sorted.length === 0) return gone.map(({ hash }) => hash);
    const come = await tx.statement<{ hash: string; fresh: boolean }>(INSERT_SHARED, [
      sorted.map(({ hash }) => bytesOf(hash)),
      sorted.map(({ kind }) => kind),
      sorted.map(({ merchants }) => merchants),
      at,
    ]);
    return [...gone.map(({ hash }) => hash), ...come.filter(({ fresh }) => fresh).map(({ hash }) => hash)];
  }
}

function bytesOf(hash: string): Buffer {
  return Buffer.from(hash, 'hex');
}

/** Stands on judgement_open_key. */
const ANALYST_JUDGEMENTS: NamedStatement = {
  name: 'merchant.analystJudgements',
  text: `select description_a as a, description_b as b, verdict from judgement
    where origin = 'ANALYST' and withdrawn_at is null and description_a = any($1::uuid[]) and description_b = any($1::uuid[])`,
};

/** Stands on judgement_open_key. */
const ENGINE_JUDGEMENTS: NamedStatement = {
  name: 'merchant.engineJudgements',
  text: `select id, description_a as a, description_b as b, verdict, evidence from judgement
    where origin = 'ENGINE' and withdrawn_at is null and description_a = any($1::uuid[]) and description_b = any($1::uuid[])`,
};

const KNOWN_SHARED: NamedStatement = {
  name: 'merchant.knownShared',
  text: `select encode(hash, 'hex') as hash from shared_key
    where hash = any($1::bytea[]) and (origin = 'ANALYST' or merchants > $2)`,
};

const DELETE_SHARED: NamedStatement = {
  name: 'merchant.deleteShared',
  text: `delete from shared_key where origin = 'ENGINE' and hash = any($1::bytea[]) and not hash = any($2::bytea[])
    returning encode(hash, 'hex') as hash`,
};

const INSERT_SHARED: NamedStatement = {
  name: 'merchant.insertShared',
  text: `insert into shared_key (hash, kind, origin, merchants, since)
    select hash, kind, 'ENGINE', merchants, $4 from unnest($1::bytea[], $2::text[], $3::int[]) as s (hash, kind, merchants)
    on conflict (hash) do update set merchants = excluded.merchants
    returning encode(hash, 'hex') as hash, (xmax = 0) as fresh`,
};
