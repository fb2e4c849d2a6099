import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import type { IndicatorId, NoticeId } from '../../common/id.js';
import { accepted, refused, type Result } from '../../common/refusal.js';
import type { Tx } from '../../database/index.js';
import { VisibleIndicators } from '../../indicator/index.js';
import { type Notice, Notices } from '../../notice/index.js';
import { ScreenedMatches } from '../../screening/index.js';
import type { ActionContent } from '../action.js';
import type { ActionRefusal, ActionRefusalCode } from '../action-refusal.js';
import { type AskedLead, type Lead, noLead } from './lead.js';

/**
 * Finds what a member is to look into. A match is as its screening gave it, whatever became of the listing since; a notice is
 * there as long as its listing is. So what is recorded about either tells a hold from nothing else.
 */
@Injectable()
export class Leads {
  constructor(
    private readonly matches: ScreenedMatches,
    private readonly notices: Notices,
    private readonly indicators: VisibleIndicators,
  ) {}

  /** A lead of the actor's own member, or undefined: missing and another member's are one answer. */
  async find(tx: Tx, actor: Actor, asked: AskedLead): Promise<Lead | undefined> {
    if ('noticeId' in asked) return this.noticed(tx, actor, asked.noticeId);
    const match = await this.matches.find(tx, actor, asked);
    return match && { noticeId: null, screeningId: asked.screeningId, ...match };
  }

  /** What an action does to the lead that it is about: it answers a notice, or has another member get it. */
  async answer(
    tx: Tx,
    actor: Actor,
    { noticeId }: Pick<Lead, 'noticeId'>,
    { forwardedTo }: Pick<ActionContent, 'forwardedTo'>,
  ): Promise<Result<null, ActionRefusalCode>> {
    if (noticeId === null) return forwardedTo === null ? accepted(null) : refused(NO_FORWARDED_MATCH);
    const outcome =
      forwardedTo === null
        ? await this.notices.answer(tx, actor, noticeId)
        : await this.notices.forward(tx, actor, noticeId, forwardedTo);
    return outcome.ok ? accepted(null) : refused(...outcome.refusals.map(inInput));
  }

  private async noticed(tx: Tx, actor: Actor, noticeId: NoticeId): Promise<Lead | undefined> {
    const notice = await this.notices.findOwn(tx, actor, noticeId);
    if (notice === undefined) return undefined;
    const { merchantId } = notice;
    return { noticeId, screeningId: null, merchantId, indicatorIds: await this.restsOn(tx, actor, notice) };
  }

  /** What a notice rests on: what lies in the member's ranges; where it was forwarded to it, all that it sees. */
  private async restsOn(tx: Tx, actor: Actor, notice: Notice): Promise<readonly IndicatorId[]> {
    if (notice.indicatorIds.length > 0) return notice.indicatorIds;
    return (await this.indicators.under(tx, actor, notice.merchantId)).map(({ id }) => id);
  }
}

/** The answer where there is no such lead. */
export function noSuchLead(asked: AskedLead): ReturnType<typeof noLead> {
  return noLead('noticeId' in asked ? 'notice' : 'match');
}

const NO_FORWARDED_MATCH: ActionRefusal = {
  code: 'REQUIRED',
  field: ['noticeId'],
  message: 'Only a notice is forwarded: whoever serves the merchant of a match is told by the coalition.',
};

/** A refusal of the notice's own, with the field as the caller's input has it. */
function inInput(refusal: ActionRefusal): ActionRefusal {
  return refusal.code === 'UNKNOWN_MEMBER'
    ? { ...refusal, field: ['action', 'forwardedToMemberId'] }
    : refusal;
}
