export { FedMerge } from './fed-merge.js';
export { RecallModule } from './recall.module.js';
export { RECALL_REASONS, type RecallReason } from './recall-reason.js';
export { RecallSearch } from './recall-search.js';
