export { HoldType } from './graphql/hold.types.js';
export { toHold } from './graphql/to-hold.js';
export { HoldLife } from './hold-life.service.js';
export { HoldModule } from './hold.module.js';
export { HoldReviewSweep } from './hold-review-sweep.js';
export { type HoldResult, HoldService } from './hold.service.js';
export { HOLD_STATUSES, type HoldStatus } from './hold-status.js';
export { HOLD_EXTENSION_DAYS_MAX } from './hold-term.js';
