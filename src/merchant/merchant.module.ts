import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { CandidateRepository } from './candidates/candidate.repository.js';
import { Candidates } from './candidates/candidates.service.js';
import { NameWords } from './candidates/name-words.service.js';
import { Descriptions } from './descriptions.service.js';
import { DescriptionKeyEntity } from './entity/description-key.entity.js';
import { DescriptionRetrievalKeyEntity } from './entity/description-retrieval-key.entity.js';
import { DescriptionEntity } from './entity/description.entity.js';
import { JudgementEntity } from './entity/judgement.entity.js';
import { MerchantEventEntity } from './entity/merchant-event.entity.js';
import { MerchantStatusChangeEntity } from './entity/merchant-status-change.entity.js';
import { MerchantEntity } from './entity/merchant.entity.js';
import { NameWordVariantEntity } from './entity/name-word-variant.entity.js';
import { NameWordEntity } from './entity/name-word.entity.js';
import { ReviewDecisionEntity } from './entity/review-decision.entity.js';
import { SharedKeyEntity } from './entity/shared-key.entity.js';
import { DecisionResolver } from './graphql/decision.resolver.js';
import { PossibleMatchResolver } from './graphql/possible-match.resolver.js';
import { Merchants } from './merchants.service.js';
import { PossibleByNameRepository } from './possible-by-name.repository.js';
import { PossibleMatchConsumer } from './possible-match.consumer.js';
import { NameWordCountEntity } from './rarity/name-word-count.entity.js';
import { NameWordCounter } from './rarity/name-word-counter.service.js';
import { RarityRepository } from './rarity/rarity.repository.js';
import { RegisterRarity } from './rarity/register-rarity.service.js';
import { ResolutionConsumer } from './resolution.consumer.js';
import { ResolutionRepository } from './resolution.repository.js';
import { MerchantResolver } from './resolver.service.js';
import { DecisionRepository } from './review/decision.repository.js';
import { ReviewDecisions } from './review/decisions.service.js';
import { PossibleMatchRepository } from './review/possible-matches.repository.js';
import { PossibleMatches } from './review/possible-matches.service.js';
import { ReviewCaseRepository } from './review/review-case.repository.js';
import { ReviewCounts } from './review/review-counts.service.js';
import { ReviewedReportRepository } from './review/reviewed-reports.repository.js';

/** What reports resolve into: descriptions, the judgements about them, and the merchants that follow from both. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      MerchantEntity,
      DescriptionEntity,
      DescriptionKeyEntity,
      DescriptionRetrievalKeyEntity,
      NameWordEntity,
      NameWordVariantEntity,
      NameWordCountEntity,
      JudgementEntity,
      ReviewDecisionEntity,
      SharedKeyEntity,
      MerchantEventEntity,
      MerchantStatusChangeEntity,
    ]),
    AuditModule,
    DatabaseModule,
  ],
  providers: [
    CandidateRepository,
    Candidates,
    DecisionRepository,
    DecisionResolver,
    Descriptions,
    MerchantResolver,
    Merchants,
    NameWordCounter,
    NameWords,
    PossibleByNameRepository,
    PossibleMatchConsumer,
    PossibleMatches,
    PossibleMatchRepository,
    PossibleMatchResolver,
    RarityRepository,
    RegisterRarity,
    ResolutionConsumer,
    ResolutionRepository,
    ReviewCaseRepository,
    ReviewCounts,
    ReviewDecisions,
    ReviewedReportRepository,
  ],
  exports: [
    Descriptions,
    Merchants,
    MerchantResolver,
    NameWords,
    PossibleMatches,
    RegisterRarity,
    ReviewCounts,
    ReviewDecisions,
  ],
})
export class MerchantModule {}
