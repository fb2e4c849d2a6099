import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { Descriptions } from './descriptions.service.js';
import { DescriptionKeyEntity } from './entity/description-key.entity.js';
import { DescriptionEntity } from './entity/description.entity.js';
import { JudgementEntity } from './entity/judgement.entity.js';
import { MerchantEventEntity } from './entity/merchant-event.entity.js';
import { MerchantEntity } from './entity/merchant.entity.js';
import { SharedKeyEntity } from './entity/shared-key.entity.js';
import { JudgementResolver } from './graphql/judgement.resolver.js';
import { Judgements } from './judgements.service.js';
import { Merchants } from './merchants.service.js';
import { ResolutionConsumer } from './resolution.consumer.js';
import { ResolutionRepository } from './resolution.repository.js';
import { MerchantResolver } from './resolver.service.js';

/** What reports resolve into: descriptions, the judgements about them, and the merchants that follow from both. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      MerchantEntity,
      DescriptionEntity,
      DescriptionKeyEntity,
      JudgementEntity,
      SharedKeyEntity,
      MerchantEventEntity,
    ]),
    AuditModule,
    DatabaseModule,
  ],
  providers: [
    Descriptions,
    JudgementResolver,
    Judgements,
    MerchantResolver,
    Merchants,
    ResolutionConsumer,
    ResolutionRepository,
  ],
  exports: [Descriptions, Judgements, Merchants, MerchantResolver],
})
export class MerchantModule {}
