import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule, LimitsModule } from './access/index.js';
import { ActionModule } from './action/index.js';
import { AlertModule } from './alert/index.js';
import { AuditModule } from './audit/index.js';
import { AuthModule } from './auth/index.js';
import { ClockModule, type Config, ConfigModule } from './config/index.js';
import { DatabaseModule } from './database/index.js';
import { DisputeModule } from './dispute/index.js';
import { EventModule } from './event/index.js';
import { GraphqlModule } from './graphql/index.js';
import { HoldModule } from './hold/index.js';
import { IndicatorModule } from './indicator/index.js';
import { MemberModule } from './member/index.js';
import { MerchantModule } from './merchant/index.js';
import { RecallModule } from './recall/index.js';
import { NoticeModule } from './notice/index.js';
import { ReportModule } from './report/index.js';
import { ScreeningModule } from './screening/index.js';
import { HealthModule } from './server/health.module.js';
import { WorkModule } from './work/index.js';

/** Every part of the service, lowest first. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        ClockModule,
        DatabaseModule,
        GraphqlModule.forRoot(),
        AccessModule,
        LimitsModule,
        AuditModule,
        AuthModule,
        MemberModule,
        EventModule,
        MerchantModule,
        ReportModule,
        IndicatorModule,
        HoldModule,
        ScreeningModule,
        AlertModule,
        NoticeModule,
        DisputeModule,
        ActionModule,
        RecallModule,
        WorkModule,
        HealthModule,
      ],
    };
  }
}
