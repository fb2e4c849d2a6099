import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { type Actor, principalId } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { newId } from '../../common/id.js';
import type { Page, PageRequest } from '../../common/page.js';
import { accepted, refused, type Result } from '../../common/refusal.js';
import { Database } from '../../database/index.js';
import { MemberEvents } from '../../event/index.js';
import { checkTextWithUrls } from '../../identifier/index.js';
import type { ActionRefusal, ActionRefusalCode } from '../action-refusal.js';
import type { AskedLead } from '../lead/lead.js';
import { Leads, noSuchLead } from '../lead/leads.service.js';
import type { Assessment } from './assessment.js';
import { type Disposition, type DispositionFilter, RATIONALE_LENGTH_MAX } from './disposition.js';
import { DispositionRepository } from './disposition.repository.js';

/** A disposition as it is kept, and whether of a web address in its rationale more than the host was dropped. */
export interface RecordedDisposition {
  readonly disposition: Disposition;
  readonly urlPathDropped: boolean;
}

/** What members themselves make of matches and notices. Nothing is looked up about the merchant as it is listed now. */
@Injectable()
export class DispositionService {
  constructor(
    private readonly database: Database,
    private readonly dispositions: DispositionRepository,
    private readonly leads: Leads,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Records the member's assessment, in place of the one before, which is kept. The same once more changes nothing. */
  async record(
    actor: Actor,
    {
      lead: asked,
      assessment,
      rationale,
    }: { readonly lead: AskedLead; readonly assessment: Assessment; readonly rationale: string },
  ): Promise<Result<RecordedDisposition, ActionRefusalCode>> {
    const checked = checkTextWithUrls(rationale.trim(), ['rationale'], {
      lengthMax: RATIONALE_LENGTH_MAX,
      multiline: true,
    });
    if (rationale.trim() === '') return refused(NO_RATIONALE);
    if (checked.refusals.length > 0) return refused(...checked.refusals);
    const { text, dropped } = checked;
    return this.database.asActor(
      actor,
      async (tx): Promise<Result<RecordedDisposition, ActionRefusalCode>> => {
        const lead = await this.leads.find(tx, actor, asked);
        if (lead === undefined) return refused(noSuchLead(asked));
        const urlPathDropped = dropped > 0;
        const before = await this.dispositions.current(tx, actor, lead);
        if (before?.assessment === assessment && before.rationale === text)
          return accepted({ disposition: before, urlPathDropped });
        const { noticeId, screeningId, merchantId } = lead;
        const at = this.clock.now();
        const version = (before?.version ?? 0) + 1;
        const stored = { id: newId('disposition'), version, assessment, rationale: text, at };
        await this.dispositions.insert(tx, actor, { ...stored, lead });
        const recorded = {
          memberId: actor.memberId,
          kind: 'DISPOSITION_RECORDED',
          objectId: stored.id,
        } as const;
        await this.events.write(tx, [recorded]);
        await this.audit.append(tx, actor, {
          action: 'disposition.record',
          objectKind: 'disposition',
          objectIds: [stored.id],
        });
        const disposition = {
          ...stored,
          noticeId,
          screeningId,
          merchantId,
          current: true,
          recordedBy: principalId(actor),
          atExact: at.toISOString(),
        };
        return accepted({ disposition, urlPathDropped });
      },
    );
  }

  /** The own member's, newest first, those included that a later one has replaced. */
  async list(
    actor: Actor,
    { filter, page }: { readonly filter: DispositionFilter; readonly page: PageRequest },
  ): Promise<Page<Disposition>> {
    return this.database.asActor(actor, async (tx) => {
      const found = await this.dispositions.page(tx, actor, filter, page);
      await this.audit.append(tx, actor, {
        action: 'disposition.read',
        objectKind: 'disposition',
        objectIds: found.rows.map(({ id }) => id),
      });
      return found;
    });
  }
}

const NO_RATIONALE: ActionRefusal = {
  code: 'REQUIRED',
  field: ['rationale'],
  message: 'Say on what your assessment rests: it is kept, for your member alone.',
};
