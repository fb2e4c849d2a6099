import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { EventModule } from '../event/index.js';
import { AlertEscalation } from './alert-escalation.js';
import { AlertService } from './alert.service.js';
import { Alerts } from './alerts.js';
import { AlertEntity } from './entity/alert.entity.js';
import { AlertResolver } from './graphql/alert.resolver.js';

/** News for one member, delivered, acknowledged, put before the analysts when it is overdue. */
@Module({
  imports: [TypeOrmModule.forFeature([AlertEntity]), AuditModule, DatabaseModule, EventModule],
  providers: [AlertEscalation, AlertResolver, AlertService, Alerts],
  exports: [AlertEscalation, Alerts, AlertService],
})
export class AlertModule {}
