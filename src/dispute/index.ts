export { DisputeModule } from './dispute.module.js';
export { DisputeSweep } from './dispute-sweep.js';
export { DISPUTE_ANSWERS, DISPUTE_GROUNDS } from './dispute.js';
export { DISPUTE_STATUSES } from './dispute-status.js';
export { DisputeService } from './dispute.service.js';
export { DisputeType } from './graphql/dispute.types.js';
export { toDispute } from './graphql/to-dispute.js';
export { isInCare } from './in-care.js';
