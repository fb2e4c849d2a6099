import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { MerchantModule } from '../merchant/index.js';
import { ReportModule } from '../report/index.js';
import { ChangeStore } from './change-store.js';
import { IndicatorChangeEntity } from './entity/indicator-change.entity.js';
import { IndicatorKeyEntity } from './entity/indicator-key.entity.js';
import { IndicatorEntity } from './entity/indicator.entity.js';
import { MerchantViewMemberEntity } from './entity/merchant-view-member.entity.js';
import { MerchantViewEntity } from './entity/merchant-view.entity.js';
import { ViewRetrievalKeyEntity } from './entity/view-retrieval-key.entity.js';
import { WaitingChangeEntity } from './entity/waiting-change.entity.js';
import { ExpirySweep } from './expiry-sweep.js';
import { FeedCursor } from './feed-cursor.js';
import { FeedSequencer } from './feed-sequencer.js';
import { IndicatorResolver } from './graphql/indicator.resolver.js';
import { MerchantResolver } from './graphql/merchant.resolver.js';
import { GroupProjector } from './group-projector.js';
import { HeldMerchants } from './held-merchants.js';
import { IndicatorFeed } from './indicator-feed.service.js';
import { IndicatorProjector } from './indicator-projector.js';
import { IndicatorStore } from './indicator-store.js';
import { IndicatorRepository } from './indicator.repository.js';
import { IndicatorService } from './indicator.service.js';
import { MerchantViewRepository } from './merchant-view.repository.js';
import { ProjectionConsumers } from './projection.consumers.js';
import { ShadowScopes } from './shadow-scopes.js';
import { ViewStore } from './view-store.js';
import { VisibleMerchants } from './visible-merchants.service.js';

/** What is listed, who may see it, and the feed of its changes. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      IndicatorEntity,
      IndicatorKeyEntity,
      IndicatorChangeEntity,
      MerchantViewEntity,
      MerchantViewMemberEntity,
      ViewRetrievalKeyEntity,
      WaitingChangeEntity,
    ]),
    AuditModule,
    DatabaseModule,
    MerchantModule,
    ReportModule,
  ],
  providers: [
    ChangeStore,
    ExpirySweep,
    FeedCursor,
    FeedSequencer,
    GroupProjector,
    HeldMerchants,
    IndicatorFeed,
    IndicatorProjector,
    IndicatorRepository,
    IndicatorResolver,
    IndicatorService,
    IndicatorStore,
    MerchantResolver,
    MerchantViewRepository,
    ProjectionConsumers,
    ShadowScopes,
    ViewStore,
    VisibleMerchants,
  ],
  exports: [ExpirySweep, FeedSequencer, HeldMerchants, IndicatorProjector],
})
export class IndicatorModule {}
