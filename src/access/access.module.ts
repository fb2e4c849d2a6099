import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { OperationRegistry } from './operation-registry.service.js';
import { PermissionGuard } from './permission.guard.js';

/**
 * Puts the permission guard before every operation. Needs an Authenticator from a global module, or the application
 * does not start.
 */
@Module({
  imports: [DiscoveryModule],
  providers: [OperationRegistry, { provide: APP_GUARD, useClass: PermissionGuard }],
  exports: [OperationRegistry],
})
export class AccessModule {}
