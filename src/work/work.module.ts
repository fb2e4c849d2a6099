import { Module } from '@nestjs/common';
import { AlertModule } from '../alert/index.js';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { DisputeModule } from '../dispute/index.js';
import { HoldModule } from '../hold/index.js';
import { MerchantModule } from '../merchant/index.js';
import { ReportModule } from '../report/index.js';
import { WorkItemResolver } from './graphql/work-item.resolver.js';
import { WorkResolver } from './graphql/work.resolver.js';
import { WorkService } from './work.service.js';

/** What waits for a person, of whatever part of Cordon, by deadline. */
@Module({
  imports: [
    AlertModule,
    AuditModule,
    DatabaseModule,
    DisputeModule,
    HoldModule,
    MerchantModule,
    ReportModule,
  ],
  providers: [WorkItemResolver, WorkResolver, WorkService],
})
export class WorkModule {}
