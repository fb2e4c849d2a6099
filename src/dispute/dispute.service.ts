import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Actor, Role } from '../common/actor.js';
import { ActorGatherer } from '../common/actor-gatherer.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { type DisputeId, type IndicatorId, type MerchantId, newId } from '../common/id.js';
import { type Page, pageOf, type PageRequest } from '../common/page.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Database, Outbox, type Tx } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import { isAnalyst, VisibleMerchants } from '../indicator/index.js';
import { checkDispute, disputeContentHash, type DisputeTexts } from './check-dispute.js';
import type { Dispute, DisputePart } from './dispute.js';
import { disputeCursor, disputePlaceOf } from './dispute-place.js';
import type { DisputeRefusalCode } from './dispute-refusal.js';
import { DisputeRepository } from './dispute.repository.js';
import type { DisputeStatus } from './dispute-status.js';
import { answerBy } from './dispute-terms.js';
import { DISPUTE_CHANGED, type DisputeChanged } from './topics.js';

/** What is disputed: a merchant by any id that the filer sees it under, or by one of its indicators. */
export type DisputeTarget = { readonly merchantId: MerchantId } | { readonly indicatorId: IndicatorId };

export type DisputeResult = Result<Dispute, DisputeRefusalCode>;

/** Files disputes and shows them, to each side what is for its eyes. */
@Injectable()
export class DisputeService {
  readonly #ofAlerts = new ActorGatherer<DisputeId, Dispute>((actor, ids) =>
    this.database.asActor(actor, async (tx) => {
      const disputes = await this.disputes.among(tx, actor, ids);
      await this.noteRead(tx, actor, disputes);
      return new Map(disputes.map((dispute) => [dispute.id, dispute]));
    }),
  );

  constructor(
    private readonly database: Database,
    private readonly disputes: DisputeRepository,
    private readonly merchants: VisibleMerchants,
    private readonly outbox: Outbox,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Files a dispute of what the filer sees listed. What it does not see, what is not listed any more and what is held are
   * answered alike. Sent again under the same reference with the same content it is the same dispute.
   */
  async file(actor: Actor, target: DisputeTarget, texts: DisputeTexts): Promise<DisputeResult> {
    const field = 'merchantId' in target ? ['merchantId'] : ['indicatorId'];
    const faults = checkDispute(texts);
    if (faults.length > 0) return refused(...faults);
    const wrongVoice = refuseVoice(actor, texts);
    if (wrongVoice !== undefined) return refused(wrongVoice);
    const trimmed = { ...texts, statement: texts.statement.trim() };
    const contentHash = disputeContentHash(trimmed, JSON.stringify(target));
    return this.database.asActor(actor, async (tx): Promise<DisputeResult> => {
      await this.disputes.lockFiling(tx, actor);
      const before = await this.disputes.filed(tx, actor, trimmed);
      if (before !== undefined)
        return before.contentHash.equals(contentHash)
          ? accepted(await this.shown(tx, actor, before.id))
          : refused(CONFLICT);
      const handles = await this.disputedHandles(tx, actor, target);
      if (handles.length === 0)
        return refused({ code: 'NOT_FOUND', field, message: 'There is no such listing.' });
      if (await this.disputes.hasOpen(tx, actor, handles, trimmed))
        return refused({
          code: 'ALREADY_DISPUTED',
          field,
          message: 'You have an open dispute of it already.',
        });
      return accepted(await this.store(tx, actor, handles, trimmed, contentHash));
    });
  }

  async find(actor: Actor, id: DisputeId): Promise<Dispute | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const dispute = await this.disputes.find(tx, actor, id);
      await this.noteRead(tx, actor, dispute === undefined ? [] : [dispute]);
      return dispute;
    });
  }

  /** What an alert tells of: all those that a request asks for are found together. */
  ofAlert(actor: Actor, id: DisputeId): Promise<Dispute | undefined> {
    return this.#ofAlerts.find(actor, id, '');
  }

  /** Newest first. */
  async list(
    actor: Actor,
    query: {
      readonly parts: readonly DisputePart[] | undefined;
      readonly statuses: readonly DisputeStatus[] | undefined;
      readonly page: PageRequest;
    },
  ): Promise<Page<Dispute>> {
    const { first, after } = query.page;
    const place = after === undefined ? undefined : disputePlaceOf(after);
    return this.database.asActor(actor, async (tx) => {
      const rows = await this.disputes.page(tx, actor, query, place, first + 1);
      const page = pageOf(rows, first, disputeCursor);
      await this.noteRead(tx, actor, page.rows);
      return page;
    });
  }

  /** The handles under which the filer sees the merchant listed: those of one that it sees through several audiences. */
  private async disputedHandles(tx: Tx, actor: Actor, target: DisputeTarget): Promise<readonly MerchantId[]> {
    const asked =
      'merchantId' in target
        ? target.merchantId
        : await this.disputes.handleOf(tx, actor, target.indicatorId, this.clock.now());
    const merchant = asked && (await this.merchants.resolve(tx, actor, asked));
    if (merchant === undefined) return [];
    const { id, handles } = merchant;
    const ordered = [id, ...handles.filter((handle) => handle !== id)];
    return this.disputes.disputable(tx, actor, ordered, this.clock.now());
  }

  private async store(
    tx: Tx,
    actor: Actor,
    handles: readonly MerchantId[],
    texts: DisputeTexts,
    contentHash: Buffer,
  ): Promise<Dispute> {
    const filedAt = this.clock.now();
    const id = newId('dispute');
    await this.disputes.insert(tx, actor, {
      id,
      handles,
      texts,
      contentHash,
      filedAt,
      answerBy: answerBy(filedAt),
    });
    await this.outbox.put(tx, DISPUTE_CHANGED, { disputeId: id } satisfies DisputeChanged);
    if (texts.onBehalfOf === null)
      await this.events.write(tx, [{ memberId: actor.memberId, kind: 'DISPUTE_FILED', objectId: id }]);
    await this.audit.append(tx, actor, { action: 'dispute.file', objectKind: 'dispute', objectIds: [id] });
    return this.shown(tx, actor, id);
  }

  private async shown(tx: Tx, actor: Actor, id: DisputeId): Promise<Dispute> {
    const dispute = await this.disputes.find(tx, actor, id);
    assert(dispute !== undefined, 'who files a dispute sees it');
    return dispute;
  }

  private noteRead(tx: Tx, actor: Actor, disputes: readonly Dispute[]): Promise<void> {
    const objectIds = disputes.map(({ id }) => id);
    return this.audit.append(tx, actor, { action: 'dispute.read', objectKind: 'dispute', objectIds });
  }
}

/** Roles of a member's people that file for the member (product.md, Roles, "opinion, dispute"). */
const OWN_VOICE: readonly Role[] = ['SUBMITTER', 'SCREENER', 'MEMBER_ADMIN'];

/** For whom a dispute is filed: members' people and machines file for their member, analysts for somebody who wrote in. */
function refuseVoice(actor: Actor, { onBehalfOf }: DisputeTexts): Refusal<'REQUIRED' | 'OTHER'> | undefined {
  const field = ['onBehalfOf'];
  if (onBehalfOf !== null)
    return isAnalyst(actor)
      ? undefined
      : {
          code: 'OTHER',
          field,
          message: 'Only an analyst files for somebody who is no member: leave it out.',
        };
  if (actor.kind === 'client' || actor.roles.some((role) => OWN_VOICE.includes(role))) return undefined;
  return { code: 'REQUIRED', field, message: 'Say who wrote in: an analyst files for somebody else.' };
}

const CONFLICT: Refusal<'CLIENT_REFERENCE_CONFLICT'> = {
  code: 'CLIENT_REFERENCE_CONFLICT',
  field: ['clientReference'],
  message: 'You have used this reference for another dispute: take a new one.',
};
