import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FourEyesModule } from '../access/index.js';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { IndicatorModule } from '../indicator/index.js';
import { HoldCoverageEntity } from './entity/hold-coverage.entity.js';
import { HoldKeyEntity } from './entity/hold-key.entity.js';
import { HoldStepEntity } from './entity/hold-step.entity.js';
import { HoldEntity } from './entity/hold.entity.js';
import { HoldLifeResolver } from './graphql/hold-life.resolver.js';
import { HoldResolver } from './graphql/hold.resolver.js';
import { HoldConsumer } from './hold.consumer.js';
import { HoldLife } from './hold-life.service.js';
import { HoldRepository } from './hold.repository.js';
import { HoldReviewSweep } from './hold-review-sweep.js';
import { HoldService } from './hold.service.js';

/** Law enforcement's requests that nobody act: placed, reviewed, lifted. What they hide the part `indicator` hides. */
@Module({
  imports: [
    TypeOrmModule.forFeature([HoldEntity, HoldKeyEntity, HoldCoverageEntity, HoldStepEntity]),
    AuditModule,
    DatabaseModule,
    FourEyesModule,
    IndicatorModule,
  ],
  providers: [
    HoldConsumer,
    HoldLife,
    HoldLifeResolver,
    HoldRepository,
    HoldResolver,
    HoldReviewSweep,
    HoldService,
  ],
  exports: [HoldLife, HoldReviewSweep, HoldService],
})
export class HoldModule {}
