import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FourEyesModule } from '../access/index.js';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { EventModule } from '../event/index.js';
import { MemberModule } from '../member/index.js';
import { MerchantModule } from '../merchant/index.js';
import { AudienceCheck } from './audience-check.js';
import { BreakGlassNoticeEntity } from './break-glass/break-glass-notice.entity.js';
import { BreakGlassNotices } from './break-glass/break-glass-notices.js';
import { BreakGlassEntity } from './break-glass/break-glass.entity.js';
import { BreakGlassRepository } from './break-glass/break-glass.repository.js';
import { BreakGlasses } from './break-glass/break-glass.service.js';
import { HandlingScopeEntity } from './entity/handling-scope.entity.js';
import { ReportStatusChangeEntity } from './entity/report-status-change.entity.js';
import { ReportVersionEntity } from './entity/report-version.entity.js';
import { ReportEntity } from './entity/report.entity.js';
import { BreakGlassResolver } from './graphql/break-glass.resolver.js';
import { ReportLifeResolver } from './graphql/report-life.resolver.js';
import { ReportResolver } from './graphql/report.resolver.js';
import { HandlingScopes } from './handling-scopes.js';
import { ListedReports } from './listed-reports.js';
import { ReportIntake } from './report-intake.js';
import { ReportLife } from './report-life.service.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';
import { ReportRulingEntity } from './ruling/report-ruling.entity.js';
import { Rulings } from './ruling/rulings.service.js';

/** Intake: reports are submitted, corrected, withdrawn and triaged here. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      ReportEntity,
      ReportVersionEntity,
      ReportStatusChangeEntity,
      HandlingScopeEntity,
      BreakGlassEntity,
      BreakGlassNoticeEntity,
      ReportRulingEntity,
    ]),
    AuditModule,
    DatabaseModule,
    EventModule,
    FourEyesModule,
    MemberModule,
    MerchantModule,
  ],
  providers: [
    AudienceCheck,
    BreakGlasses,
    BreakGlassNotices,
    BreakGlassRepository,
    BreakGlassResolver,
    HandlingScopes,
    ListedReports,
    ReportIntake,
    ReportLife,
    ReportLifeResolver,
    ReportRepository,
    ReportResolver,
    ReportService,
    Rulings,
  ],
  exports: [BreakGlasses, BreakGlassNotices, ListedReports, ReportLife, ReportService, Rulings],
})
export class ReportModule {}
