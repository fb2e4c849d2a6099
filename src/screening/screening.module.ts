import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { MerchantModule } from '../merchant/index.js';
import { ScreeningResolver } from './graphql/screening.resolver.js';
import { ScreeningEntity } from './screening.entity.js';
import { ScreeningRepository } from './screening.repository.js';
import { ScreeningDesk } from './screening-desk.js';
import { ScreeningLadder } from './screening-ladder.service.js';
import { ScreeningService } from './screening.service.js';

/** Members' questions about merchants, and their answers. */
@Module({
  imports: [TypeOrmModule.forFeature([ScreeningEntity]), AuditModule, DatabaseModule, MerchantModule],
  providers: [ScreeningDesk, ScreeningLadder, ScreeningRepository, ScreeningResolver, ScreeningService],
})
export class ScreeningModule {}
