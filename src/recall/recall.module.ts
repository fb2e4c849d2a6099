import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActionModule } from '../action/index.js';
import { AlertModule } from '../alert/index.js';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { EventModule } from '../event/index.js';
import { IndicatorModule } from '../indicator/index.js';
import { RecallIndicatorEntity } from './entity/recall-indicator.entity.js';
import { RecallRecipientEntity } from './entity/recall-recipient.entity.js';
import { RecallEntity } from './entity/recall.entity.js';
import { AlertRecallResolver } from './graphql/alert-recall.resolver.js';
import { RecallProgressResolver } from './graphql/recall-progress.resolver.js';
import { RecallResolver } from './graphql/recall.resolver.js';
import { FedMerge } from './fed-merge.js';
import { RecallPlanner } from './recall-planner.js';
import { RecallProgressService } from './recall-progress.service.js';
import { RecallSearch } from './recall-search.js';
import { RecallConsumers } from './recall.consumers.js';
import { RecallRepository } from './recall.repository.js';
import { RecallService } from './recall.service.js';

/** What was shared and is withdrawn: everyone who received it is told, and says that it is dealt with. */
@Module({
  imports: [
    TypeOrmModule.forFeature([RecallEntity, RecallIndicatorEntity, RecallRecipientEntity]),
    ActionModule,
    AlertModule,
    AuditModule,
    DatabaseModule,
    EventModule,
    IndicatorModule,
  ],
  providers: [
    AlertRecallResolver,
    FedMerge,
    RecallConsumers,
    RecallPlanner,
    RecallProgressResolver,
    RecallProgressService,
    RecallRepository,
    RecallResolver,
    RecallSearch,
    RecallService,
  ],
  exports: [RecallSearch],
})
export class RecallModule {}
