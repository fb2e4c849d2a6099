import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../common/actor.js';
import type { IndicatorId, ScreeningId } from '../common/id.js';
import { accessRule, Database, type NamedStatement, type Tx } from '../database/index.js';
import { isAnalyst, type Purpose, type VisibleView } from '../indicator/index.js';
import { KEY_HOLDERS_MAX } from '../matching/index.js';
import type { AskedSubject } from './asked-subject.js';
import { auditedParts } from './audited-parts.js';
import type { Screening, ScreeningAnswer } from './screening.js';
import { RECORD_SCREENINGS } from './sql/record-screenings.js';
import { type LookupRow, type MarkerRow, SCREEN_LOOKUP } from './sql/screen-lookup.js';
import { type RetrievedRow, SCREEN_RETRIEVE } from './sql/screen-retrieve.js';

/**
 * The most merchants that one key may bring in. A value of so many is shared and says little; what else the asker gave
 * brings in the right one.
 */
const MERCHANTS_PER_KEY_MAX = 100;

/** The most candidates that one merchant is compared with. */
const CANDIDATES_MAX = 50;

/** A retrieval key's hash, and the place of the merchant in the request that it is asked for. */
export interface AskedKey {
  readonly asker: number;
  readonly hash: string;
}

/** A visible view that was retrieved, and the askers whose candidate it is. */
export interface RetrievedView extends VisibleView {
  readonly askers: readonly number[];
}

/** What a look-up found: visible views, and which of the keys mark a misused identity, each until when. */
export interface LookedUp {
  readonly views: readonly VisibleView[];
  readonly markers: ReadonlyMap<string, Date>;
}

/** One answered question, as it is to be stored. */
export interface RecordedScreening {
  readonly id: ScreeningId;
  readonly ref: string;
  readonly subject: AskedSubject;
  readonly answer: ScreeningAnswer;
}

/** The screenings of one request, as they are to be stored. */
export interface RecordedRequest {
  readonly requestId: string;
  readonly purpose: Purpose;
  /** Indicators that the answers name: all of them, for every one was read. */
  readonly shown: readonly IndicatorId[];
  readonly screenings: readonly RecordedScreening[];
  /** What asking was charged for (quota/charged-identifiers.ts). */
  readonly charged: readonly string[];
}

/** Where a list of screenings goes on: behind this one, newest first. */
export interface ScreeningPlace {
  readonly createdAt: Date;
  readonly id: ScreeningId;
}

interface ScreeningRow {
  readonly id: ScreeningId;
  readonly ref: string;
  readonly purpose: Purpose;
  readonly createdAt: Date;
  readonly answer: ScreeningAnswer;
}

const FIELDS = `id, ref, purpose, created_at as "createdAt", answer`;

const SELECT_ONE: NamedStatement = {
  name: 'screening.selectOne',
  text: `select ${FIELDS} from screening where ${accessRule('screening.find', 'member_id = $1')} and id = $2`,
};

/** Stands on screening_member_created. */
const SELECT_PAGE: NamedStatement = {
  name: 'screening.selectPage',
  text: `select ${FIELDS} from screening
    where ${accessRule('screening.list', 'member_id = $1')}
      and ($2::timestamptz is null or created_at < $2 or (created_at = $2 and id > $3::uuid))
    order by created_at desc, id limit $4`,
};

/** Looks merchants up, and keeps and gives back what members asked. Every method takes the actor. */
@Injectable()
export class ScreeningRepository {
  constructor(private readonly database: Database) {}

  /** What the actor's member may see of the merchants that hold one of the keys (hashes in lower-case hex). */
  async lookUp(actor: Actor, hashes: readonly string[], now: Date): Promise<LookedUp> {
    const rows = await this.database.statement<LookupRow | MarkerRow>(SCREEN_LOOKUP, [
      ...entryValues(actor),
      isAnalyst(actor),
      now,
      hashes.map((hash) => Buffer.from(hash, 'hex')),
      MERCHANTS_PER_KEY_MAX,
    ]);
    const views: VisibleView[] = [];
    const markers = new Map<string, Date>();
    for (const row of rows) {
      if (row.merchantId === null) markers.set(row.content.hash, new Date(row.content.validUntil));
      else {
        const { content, ...ids } = row;
        views.push({ ...content, ...ids });
      }
    }
    return { views, markers };
  }

  /** What the actor's member may see of the merchants that hold the most telling of each asker's retrieval keys. */
  async retrieve(actor: Actor, asked: readonly AskedKey[], now: Date): Promise<RetrievedView[]> {
    const rows = await this.database.statement<RetrievedRow>(SCREEN_RETRIEVE, [
      ...entryValues(actor),
      isAnalyst(actor),
      now,
      asked.map(({ asker }) => asker),
      asked.map(({ hash }) => hash),
      KEY_HOLDERS_MAX,
      CANDIDATES_MAX,
    ]);
    return rows.map(({ content, ...ids }) => ({ ...content, ...ids }));
  }

  /**
   * Stores requests of one actor, with one audit entry for each, and charges them to its member's quota: all or none. Gives
   * how many identifiers the member has asked about today.
   */
  async record(
    actor: Actor,
    requests: readonly RecordedRequest[],
    { now, quota }: { readonly now: Date; readonly quota: number },
  ): Promise<number> {
    const rows = requests.flatMap(({ purpose, screenings }) =>
      screenings.map((row) => ({ ...row, purpose })),
    );
    const reads = requests.flatMap(({ purpose, requestId, shown }) =>
      auditedParts(shown).map((part) => ({ purpose, requestId, part })),
    );
    const [recorded] = await this.database.statement<{ used: number }>(RECORD_SCREENINGS, [
      ...entryValues(actor),
      now,
      rows.map(({ id }) => id),
      rows.map(({ purpose }) => purpose),
      rows.map(({ ref }) => ref),
      rows.map(({ answer }) => answer.outcome),
      rows.map(({ subject }) => JSON.stringify(subject)),
      rows.map(({ answer }) => JSON.stringify(answer)),
      reads.map(({ purpose }) => purpose),
      reads.map(({ requestId }) => requestId),
      reads.map(({ part }) => `{${part.join(',')}}`),
      requests.flatMap(({ charged }) => charged),
      quota,
    ]);
    return recorded?.used ?? 0;
  }

  /** A screening of the actor's own member. */
  async find(tx: Tx, actor: Actor, id: ScreeningId): Promise<Screening | undefined> {
    const [row] = await tx.statement<ScreeningRow>(SELECT_ONE, [actor.memberId, id]);
    return row && screeningOf(row);
  }

  /** Screenings of the actor's own member, newest first. */
  async page(tx: Tx, actor: Actor, after: ScreeningPlace | undefined, limit: number): Promise<Screening[]> {
    const rows = await tx.statement<ScreeningRow>(SELECT_PAGE, [
      actor.memberId,
      after?.createdAt ?? null,
      after?.id ?? null,
      limit,
    ]);
    return rows.map(screeningOf);
  }
}

function entryValues(actor: Actor): readonly unknown[] {
  return [actor.memberId, principalId(actor), actor.epoch, actor.requestId];
}

function screeningOf({ answer, createdAt, ...asked }: ScreeningRow): Screening {
  return { ...asked, ...answer, screenedAt: createdAt };
}
