import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertModule } from '../alert/index.js';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { EventModule } from '../event/index.js';
import { IndicatorModule } from '../indicator/index.js';
import { ReportModule } from '../report/index.js';
import { NoticeEntity } from './entity/notice.entity.js';
import { ServedViewEntity } from './entity/served-view.entity.js';
import { NoticeOfAlertResolver } from './graphql/notice-of-alert.resolver.js';
import { NoticeResolver } from './graphql/notice.resolver.js';
import { HotlineTelephoneEntity } from './hotline/hotline-telephone.entity.js';
import { HotlineResolver } from './hotline/hotline.resolver.js';
import { Hotlines } from './hotline/hotlines.service.js';
import { NoticeConsumers } from './notice.consumers.js';
import { NoticeRaiser } from './notice-raiser.js';
import { NoticeViews } from './notice-views.js';
import { NoticeRepository } from './notice.repository.js';
import { NoticeService } from './notice.service.js';
import { Notices } from './notices.js';
import { ServiceRangeEntity } from './service-range/service-range.entity.js';
import { ServiceRangeResolver } from './service-range/service-range.resolver.js';
import { ServiceRanges } from './service-range/service-ranges.service.js';

/** Who serves what is listed, and is told to act. */
@Module({
  imports: [
    TypeOrmModule.forFeature([NoticeEntity, ServedViewEntity, ServiceRangeEntity, HotlineTelephoneEntity]),
    AlertModule,
    AuditModule,
    DatabaseModule,
    EventModule,
    IndicatorModule,
    ReportModule,
  ],
  providers: [
    HotlineResolver,
    Hotlines,
    NoticeConsumers,
    NoticeOfAlertResolver,
    NoticeRaiser,
    NoticeViews,
    NoticeRepository,
    NoticeResolver,
    NoticeService,
    Notices,
    ServiceRangeResolver,
    ServiceRanges,
  ],
  exports: [Notices],
})
export class NoticeModule {}
