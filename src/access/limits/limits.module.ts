import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { DatabaseModule } from '../../database/index.js';
import { RequestMeter } from '../../graphql/index.js';
import { MemberLimits } from './member-limits.service.js';
import { NetworkLimitGuard } from './network-limit.guard.js';
import { RateCounters } from './rate-counters.js';
import { RateMeter } from './rate-meter.service.js';

/** How much of the service a caller may use. Global, because the GraphQL route asks for its RequestMeter. */
@Global()
@Module({
  imports: [DatabaseModule],
  providers: [
    MemberLimits,
    RateCounters,
    RateMeter,
    { provide: RequestMeter, useExisting: RateMeter },
    { provide: APP_GUARD, useClass: NetworkLimitGuard },
  ],
  exports: [MemberLimits, RequestMeter],
})
export class LimitsModule {}
