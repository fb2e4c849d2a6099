import { Global, Module } from '@nestjs/common';

import { HostResolver, SystemResolver } from './host-resolver.js';
import { OutboundClient } from './outbound-client.js';

/** The one way out. Global: any part may fetch, and none in another way. */
@Global()
@Module({
  providers: [OutboundClient, { provide: HostResolver, useClass: SystemResolver }],
  exports: [OutboundClient],
})
export class OutboundModule {}
