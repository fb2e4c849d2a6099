import { Args, Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { pageRequestOf, toConnection, type Connection } from '../graphql/index.js';
import { AuditEntry, AuditEntryConnection, toAuditEntry } from './audit-entry.type.js';
import { AuditEntriesArgs } from './audit.inputs.js';
import { AuditService } from './audit.service.js';

@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(private readonly service: AuditService) {}

  @Query(() => AuditEntryConnection, {
    description:
      'The audit log, newest first: a member admin sees the own member, an auditor all. Reading it is logged.',
  })
  @Requires('audit:read')
  async auditEntries(
    @CurrentActor() actor: Actor,
    @Args() args: AuditEntriesArgs,
  ): Promise<Connection<Readonly<AuditEntry>>> {
    const { filter } = args;
    const page = await this.service.entries(
      actor,
      {
        action: filter?.action ?? undefined,
        memberId: filter?.memberId ?? undefined,
        principalId: filter?.principalId ?? undefined,
        requestId: filter?.requestId ?? undefined,
        from: filter?.from ?? undefined,
        to: filter?.to ?? undefined,
      },
      pageRequestOf(args),
    );
    return toConnection(page, toAuditEntry);
  }
}
