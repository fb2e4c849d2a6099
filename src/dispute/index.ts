export { DisputeModule } from './dispute.module.js';
export { DisputeSweep } from './dispute-sweep.js';
export { DISPUTE_ANSWERS, DISPUTE_GROUNDS } from './dispute.js';
export { DISPUTE_STATUSES } from './dispute-status.js';
