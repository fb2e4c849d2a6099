export { HostResolver, type ResolvedAddress } from './host-resolver.js';
export { OutboundClient, type OutboundRequest } from './outbound-client.js';
export { OutboundError } from './outbound-error.js';
export { outboundFetch } from './outbound-fetch.js';
export { readOutboundUrl } from './outbound-url.js';
export { OutboundModule } from './outbound.module.js';
