import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { EventModule } from '../event/index.js';
import { IndicatorModule } from '../indicator/index.js';
import { NoticeModule } from '../notice/index.js';
import { ReportModule } from '../report/index.js';
import { ScreeningModule } from '../screening/index.js';
import { ActionGrounds } from './action-grounds.service.js';
import { ActionLife } from './action-life.service.js';
import { ActionRepository } from './action.repository.js';
import { ActionService } from './action.service.js';
import { Actions } from './actions.js';
import { DispositionEntity } from './disposition/disposition.entity.js';
import { DispositionRepository } from './disposition/disposition.repository.js';
import { DispositionService } from './disposition/disposition.service.js';
import { ActionVersionEntity } from './entity/action-version.entity.js';
import { ActionEntity } from './entity/action.entity.js';
import { ActionResolver } from './graphql/action.resolver.js';
import { DispositionResolver } from './graphql/disposition.resolver.js';
import { OpinionResolver } from './graphql/opinion.resolver.js';
import { Leads } from './lead/leads.service.js';
import { OpinionConsumer } from './opinion/opinion.consumer.js';
import { OpinionHolderConsumer } from './opinion/opinion-holder.consumer.js';
import { OpinionEntity } from './opinion/opinion.entity.js';
import { OpinionReader } from './opinion/opinion-reader.service.js';
import { OpinionRepository } from './opinion/opinion.repository.js';
import { OpinionService } from './opinion/opinion.service.js';
import { OpinionTallyEntity } from './opinion/opinion-tally.entity.js';

/** What members make of a match or a notice, what they did about the merchant, and what they think of indicators. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      ActionEntity,
      ActionVersionEntity,
      DispositionEntity,
      OpinionEntity,
      OpinionTallyEntity,
    ]),
    AuditModule,
    DatabaseModule,
    EventModule,
    IndicatorModule,
    NoticeModule,
    ReportModule,
    ScreeningModule,
  ],
  providers: [
    ActionGrounds,
    ActionLife,
    ActionRepository,
    ActionResolver,
    ActionService,
    Actions,
    DispositionRepository,
    DispositionResolver,
    DispositionService,
    Leads,
    OpinionConsumer,
    OpinionHolderConsumer,
    OpinionReader,
    OpinionRepository,
    OpinionResolver,
    OpinionService,
  ],
  exports: [Actions],
})
export class ActionModule {}
