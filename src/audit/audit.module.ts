import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { DatabaseModule } from '../database/index.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import { AuditLog } from './audit-log.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditService } from './audit.service.js';

/** The log of who did or read what. */
@Module({
  imports: [DatabaseModule, TypeOrmModule.forFeature([AuditEntryEntity])],
  providers: [AuditLog, AuditService, AuditResolver],
  exports: [AuditLog],
})
export class AuditModule {}
