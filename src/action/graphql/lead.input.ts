import { Field, ID, InputType } from '@nestjs/graphql';
import { fromGlobalId } from '../../common/id.js';
import { accepted, type Refusal, refused, type Result } from '../../common/refusal.js';
import { type AskedLead, noLead } from '../lead/lead.js';

/** What an action or a disposition is about. */
@InputType({ isAbstract: true })
export abstract class LeadInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The notice. Give it, or screening and merchant of a match.',
  })
  noticeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The screening that gave the match.' })
  screeningId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The listed merchant of the match, as the screening named it.',
  })
  merchantId?: string | null;
}

/** A lead as the rules take it. An id that cannot be one is that of no notice, screening or merchant. */
export function toAskedLead({
  noticeId,
  screeningId,
  merchantId,
}: LeadInput): Result<AskedLead, 'REQUIRED' | 'NOT_FOUND'> {
  const byMatch = screeningId != null || merchantId != null;
  if ((noticeId == null) !== byMatch) return refused(ONE_LEAD);
  if (noticeId != null) {
    const id = fromGlobalId('notice', noticeId);
    return id === undefined ? refused(noLead('notice')) : accepted({ noticeId: id });
  }
  if (screeningId == null || merchantId == null) return refused(ONE_LEAD);
  const screening = fromGlobalId('screening', screeningId);
  const merchant = fromGlobalId('merchant', merchantId);
  return screening === undefined || merchant === undefined
    ? refused(noLead('match'))
    : accepted({ screeningId: screening, merchantId: merchant });
}

const ONE_LEAD: Refusal<'REQUIRED'> = {
  code: 'REQUIRED',
  field: ['noticeId'],
  message: 'Say what it is about: give either noticeId, or screeningId and merchantId of a match.',
};
