import { Field, ObjectType } from '@nestjs/graphql';

import { Member } from './member.types.js';
import { Payload } from './payload.js';

/** Each mutation has a payload type of its own, so that one can grow without the others. */
@ObjectType({ isAbstract: true })
abstract class MemberPayload extends Payload {
  @Field(() => Member, { nullable: true, description: 'The member as it stands now; null when refused.' })
  member!: Readonly<Member> | null;
}

@ObjectType({ description: 'The answer to applyMember.' })
export class ApplyMemberPayload extends MemberPayload {}

@ObjectType({ description: 'The answer to signAgreement.' })
export class SignAgreementPayload extends MemberPayload {}

@ObjectType({ description: 'The answer to approveMember.' })
export class ApproveMemberPayload extends MemberPayload {}

@ObjectType({ description: 'The answer to rejectMember.' })
export class RejectMemberPayload extends MemberPayload {}

@ObjectType({ description: 'The answer to suspendMember.' })
export class SuspendMemberPayload extends MemberPayload {}

@ObjectType({ description: 'The answer to resumeMember.' })
export class ResumeMemberPayload extends MemberPayload {}

@ObjectType({ description: 'The answer to endMembership.' })
export class EndMembershipPayload extends MemberPayload {}
