import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';

import { DateTimeScalar, PageArgs } from '../graphql/index.js';

@InputType('AuditFilter', { description: 'Narrows the audit log. What is left out does not narrow.' })
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: 'Only this action, e.g. `member.approve`.' })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done for this member.' })
  memberId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what this user or client did.' })
  principalId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this request.' })
  requestId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only entries at this moment and after it.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only entries before this moment.' })
  to?: Date | null;
}

@ArgsType()
export class AuditEntriesArgs extends PageArgs {
  @Field(() => AuditFilterInput, {
    nullable: true,
    description: 'Which entries; left out: every one that may be seen.',
  })
  filter?: AuditFilterInput | null;
}
