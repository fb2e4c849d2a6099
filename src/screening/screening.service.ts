import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { type IndicatorId, newId, type ScreeningId } from '../common/id.js';
import { type Page, type PageRequest, pageOf } from '../common/page.js';
import { accepted, refused, type Result } from '../common/refusal.js';
import { Database, type Tx } from '../database/index.js';
import { timeCursor, timePlace } from '../graphql/index.js';
import type { Purpose } from '../indicator/index.js';
import { askedSubject, REFUSED_SUBJECT } from './asked-subject.js';
import { type CheckedMerchant, checkMerchants } from './check-subject.js';
import { FishingWatch } from './fishing/fishing-watch.service.js';
import { chargedIdentifiers } from './quota/charged-identifiers.js';
import { type QuotaState, ScreeningQuota } from './quota/screening-quota.service.js';
import {
  SCREENED_MERCHANTS_MAX,
  type ScreenedMerchant,
  type Screening,
  type ScreeningAnswer,
} from './screening.js';
import { type RecordedScreening, type ScreeningPlace, ScreeningRepository } from './screening.repository.js';
import { ScreeningDesk } from './screening-desk.js';
import { ScreeningLadder } from './screening-ladder.service.js';

/** The answers of a request, and what the member may still ask about today. */
export interface Screened {
  readonly screenings: readonly Screening[];
  readonly quota: QuotaState;
}

/** Answers members' questions about merchants (architecture.md, "The path of a screening"). */
@Injectable()
export class ScreeningService {
  constructor(
    private readonly ladder: ScreeningLadder,
    private readonly desk: ScreeningDesk,
    private readonly screenings: ScreeningRepository,
    private readonly quota: ScreeningQuota,
    private readonly fishing: FishingWatch,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Screens merchants, 1 to SCREENED_MERCHANTS_MAX, and gives the answers in their order, with what is left of the quota. An
   * answer is given only once it is stored with its audit entry and charged to the quota; where that does not hold all of
   * them, none is given and none charged. Where identifiers decide it takes two statements in all, however many merchants: one that
   * looks up, one that stores.
   */
  async screen(
    actor: Actor,
    { purpose, merchants }: { readonly purpose: Purpose; readonly merchants: readonly ScreenedMerchant[] },
  ): Promise<Result<Screened, 'REQUIRED' | 'TOO_MANY'>> {
    if (merchants.length === 0)
      return refused({ code: 'REQUIRED', ...FIELD, message: 'Give at least one merchant.' });
    if (merchants.length > SCREENED_MERCHANTS_MAX) {
      const message = `Give at most ${SCREENED_MERCHANTS_MAX} merchants in one request.`;
      return refused({ code: 'TOO_MANY', ...FIELD, message });
    }
    const checked = checkMerchants(merchants, this.clock.now().getUTCFullYear());
    const charged = chargedIn(checked);
    const limit = await this.quota.admit(actor, charged);
    const answers = await this.ladder.answer(actor, checked);
    const answered = answers.map((answer, index) => ({
      id: newId('screening'),
      ref: merchants[index]?.ref ?? '',
      subject: checked[index]?.ok === true ? askedSubject(checked[index].value) : REFUSED_SUBJECT,
      answer,
    }));
    const recorded = await this.desk
      .record(
        actor,
        {
          requestId: actor.requestId,
          purpose,
          shown: shownIn(answered.map(({ answer }) => answer)),
          screenings: answered.map(withoutRefusedRef),
          charged,
        },
        limit,
      )
      .catch((error: unknown) => {
        throw this.quota.refusalOf(actor, error, limit);
      });
    this.fishing.observe(
      actor.memberId,
      checked.flatMap((merchant, place) =>
        merchant.ok
          ? [{ identifiers: merchant.value.identifiers, found: answers[place]?.outcome === 'MATCHES' }]
          : [],
      ),
    );
    return accepted({
      screenings: answered.map(({ id, ref, answer }) => ({
        id,
        ref,
        purpose,
        screenedAt: recorded.at,
        ...answer,
      })),
      quota: this.quota.stateAfter(actor, recorded.used, limit),
    });
  }

  /** A screening of the actor's own member, with the answer that was given then. */
  async find(actor: Actor, id: ScreeningId): Promise<Screening | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const screening = await this.screenings.find(tx, actor, id);
      await this.logRead(tx, actor, screening === undefined ? [] : [screening]);
      return screening;
    });
  }

  /** The screenings of the actor's own member, newest first. */
  async list(actor: Actor, { first, after }: PageRequest): Promise<Page<Screening>> {
    const place = after === undefined ? undefined : placeOf(after);
    return this.database.asActor(actor, async (tx) => {
      const rows = await this.screenings.page(tx, actor, place, first + 1);
      const page = pageOf(rows, first, ({ screenedAt, id }) => timeCursor({ at: screenedAt, id }));
      await this.logRead(tx, actor, page.rows);
      return page;
    });
  }

  /** An answer is read again for the purpose for which it was asked: one entry for each. */
  private async logRead(tx: Tx, actor: Actor, screenings: readonly Screening[]): Promise<void> {
    const byPurpose = [...Map.groupBy(screenings, ({ purpose }) => purpose)];
    const reads: readonly (readonly [Purpose | undefined, readonly Screening[]])[] =
      byPurpose.length === 0 ? [[undefined, []]] : byPurpose;
    for (const [purpose, read] of reads) {
      const objectIds = read.map(({ id }) => id);
      await this.audit.append(tx, actor, {
        action: 'screening.read',
        purpose,
        objectKind: 'screening',
        objectIds,
      });
    }
  }
}

const FIELD = { field: ['merchants'] } as const;

/** What the merchants that are looked up are charged for, each identifier once. */
function chargedIn(merchants: readonly CheckedMerchant[]): readonly string[] {
  return [...new Set(merchants.flatMap((checked) => (checked.ok ? chargedIdentifiers(checked.value) : [])))];
}

/** The indicators that the answers name, for the audit log. */
function shownIn(answers: readonly ScreeningAnswer[]): IndicatorId[] {
  const shown = answers.flatMap(({ matches }) =>
    matches.flatMap(({ evidence }) => evidence.flatMap(({ indicatorId }) => indicatorId ?? [])),
  );
  return [...new Set(shown)];
}

/** A reference that the gate refused is not stored; the caller, who sent it, still finds it in the answer. */
function withoutRefusedRef(row: RecordedScreening): RecordedScreening {
  return row.answer.refusals.some(({ field }) => field[0] === 'ref') ? { ...row, ref: '' } : row;
}

function placeOf(cursor: string): ScreeningPlace {
  const { at, id } = timePlace(cursor);
  return { createdAt: at, id: id as ScreeningId };
}
