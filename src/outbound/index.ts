export { HostResolver, type ResolvedAddress } from './host-resolver.js';
export { OutboundClient, type OutboundAnswer, type OutboundRequest } from './outbound-client.js';
export { OutboundError, type OutboundFault } from './outbound-error.js';
export { outboundFetch, type OutboundFetch } from './outbound-fetch.js';
export { OUTBOUND_URL_LENGTH_MAX, readOutboundUrl } from './outbound-url.js';
export { OutboundModule } from './outbound.module.js';
