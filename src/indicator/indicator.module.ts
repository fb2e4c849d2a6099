import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule, ScheduleModule } from '../database/index.js';
import { MerchantModule } from '../merchant/index.js';
import { ReportModule } from '../report/index.js';
import { Challenges } from './challenges.js';
import { ChangeStore } from './change-store.js';
import { Deliveries } from './deliveries/deliveries.js';
import { FeedDeliveryEntity } from './entity/feed-delivery.entity.js';
import { FeedFollowerEntity } from './entity/feed-follower.entity.js';
import { IndicatorChangeEntity } from './entity/indicator-change.entity.js';
import { IndicatorDeliveryEntity } from './entity/indicator-delivery.entity.js';
import { IndicatorKeyEntity } from './entity/indicator-key.entity.js';
import { IndicatorEntity } from './entity/indicator.entity.js';
import { IdentityMarkerEntity } from './entity/identity-marker.entity.js';
import { ListingChallengeEntity } from './entity/listing-challenge.entity.js';
import { MerchantViewMemberEntity } from './entity/merchant-view-member.entity.js';
import { MerchantViewEntity } from './entity/merchant-view.entity.js';
import { ViewRetrievalKeyEntity } from './entity/view-retrieval-key.entity.js';
import { WaitingChangeEntity } from './entity/waiting-change.entity.js';
import { ExpirySweep } from './expiry-sweep.js';
import { FeedCursor } from './feed-cursor.js';
import { FeedFollowers } from './feed-follower.js';
import { FeedSequencer } from './feed-sequencer.js';
import { IndicatorResolver } from './graphql/indicator.resolver.js';
import { MerchantResolver } from './graphql/merchant.resolver.js';
import { GroupProjector } from './group-projector.js';
import { HeldMerchants } from './held-merchants.js';
import { IdentityMarkers } from './identity-markers.js';
import { IndicatorFeed } from './indicator-feed.service.js';
import { IndicatorProjector } from './indicator-projector.js';
import { IndicatorStore } from './indicator-store.js';
import { IndicatorRepository } from './indicator.repository.js';
import { IndicatorService } from './indicator.service.js';
import { MerchantViewRepository } from './merchant-view.repository.js';
import { ProjectionConsumers } from './projection.consumers.js';
import { ShadowScopes } from './shadow-scopes.js';
import { ViewStore } from './view-store.js';
import { VisibleIndicators } from './visible-indicators.service.js';
import { VisibleMerchants } from './visible-merchants.service.js';

/** What is listed, who may see it, and the feed of its changes. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      IndicatorEntity,
      IndicatorKeyEntity,
      IndicatorChangeEntity,
      IdentityMarkerEntity,
      ListingChallengeEntity,
      MerchantViewEntity,
      MerchantViewMemberEntity,
      ViewRetrievalKeyEntity,
      WaitingChangeEntity,
      FeedDeliveryEntity,
      FeedFollowerEntity,
      IndicatorDeliveryEntity,
    ]),
    AuditModule,
    DatabaseModule,
    MerchantModule,
    ReportModule,
    ScheduleModule,
  ],
  providers: [
    Challenges,
    ChangeStore,
    Deliveries,
    ExpirySweep,
    FeedCursor,
    FeedFollowers,
    FeedSequencer,
    GroupProjector,
    HeldMerchants,
    IdentityMarkers,
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
    VisibleIndicators,
    VisibleMerchants,
  ],
  exports: [
    Deliveries,
    Challenges,
    ExpirySweep,
    FeedFollowers,
    FeedSequencer,
    HeldMerchants,
    IndicatorProjector,
    IndicatorService,
    VisibleIndicators,
    VisibleMerchants,
  ],
})
export class IndicatorModule {}
