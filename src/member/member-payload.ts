import type { Actor } from '../common/actor.js';
import type { Result } from '../common/refusal.js';
import type { UserErrorCode } from '../graphql/index.js';
import type { MemberRow } from './member-row.js';
import type { ApplyMemberPayload } from './member.payloads.js';
import type { MemberService } from './member.service.js';
import { toMember } from './member.types.js';
import { split } from './payload.js';

/** What the payloads of all mutations of a member have. */
export type MemberAnswer = Readonly<ApplyMemberPayload>;

/** What became of a member, as the payload of the mutation that was to change it. */
export async function memberAnswer(
  members: MemberService,
  actor: Actor,
  result: Result<MemberRow, UserErrorCode>,
): Promise<MemberAnswer> {
  const [member, userErrors] = split(result);
  return { member: member === undefined ? null : toMember(await members.changed(actor, member)), userErrors };
}
