import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { ApprovalEntity } from './approval.entity.js';
import { Approvals } from './approvals.service.js';

/** What two people must agree to. */
@Module({
  imports: [TypeOrmModule.forFeature([ApprovalEntity])],
  providers: [Approvals],
  exports: [Approvals],
})
export class FourEyesModule {}
