import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FourEyesModule } from '../access/index.js';
import { AlertModule } from '../alert/index.js';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { EventModule } from '../event/index.js';
import { IndicatorModule } from '../indicator/index.js';
import { ReportModule } from '../report/index.js';
import { DisputeConsumer } from './dispute.consumer.js';
import { DisputeCare } from './dispute-care.service.js';
import { DisputeEffects } from './dispute-effects.js';
import { DisputeNews } from './dispute-news.js';
import { DisputeRepository } from './dispute.repository.js';
import { DisputeReviews } from './dispute-review.service.js';
import { DisputeService } from './dispute.service.js';
import { DisputeSides } from './dispute-sides.service.js';
import { DisputeSweep } from './dispute-sweep.js';
import { DisputeAppealEntity } from './entity/dispute-appeal.entity.js';
import { DisputeEndEntity } from './entity/dispute-end.entity.js';
import { DisputeFilerEntity } from './entity/dispute-filer.entity.js';
import { DisputePartyEntity } from './entity/dispute-party.entity.js';
import { DisputeReportEntity } from './entity/dispute-report.entity.js';
import { DisputeRulingEntity } from './entity/dispute-ruling.entity.js';
import { DisputeEntity } from './entity/dispute.entity.js';
import { AlertDisputeResolver } from './graphql/alert-dispute.resolver.js';
import { DisputeReviewResolver } from './graphql/dispute-review.resolver.js';
import { DisputeResolver } from './graphql/dispute.resolver.js';
import { ReviewRepository } from './review.repository.js';

/** Challenges of listings: filed, answered, decided, appealed. What they take out `report` leaves out of listings. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      DisputeEntity,
      DisputeFilerEntity,
      DisputePartyEntity,
      DisputeReportEntity,
      DisputeRulingEntity,
      DisputeAppealEntity,
      DisputeEndEntity,
    ]),
    AlertModule,
    AuditModule,
    DatabaseModule,
    EventModule,
    FourEyesModule,
    IndicatorModule,
    ReportModule,
  ],
  providers: [
    AlertDisputeResolver,
    DisputeCare,
    DisputeConsumer,
    DisputeEffects,
    DisputeNews,
    DisputeRepository,
    DisputeResolver,
    DisputeReviewResolver,
    DisputeReviews,
    DisputeService,
    DisputeSides,
    DisputeSweep,
    ReviewRepository,
  ],
  exports: [DisputeReviews, DisputeService, DisputeSides, DisputeSweep],
})
export class DisputeModule {}
