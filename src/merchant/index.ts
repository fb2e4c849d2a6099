export { type DescriptionContent, descriptionContent } from './description-content.js';
export { distinctKeys, type KeyColumns, keyColumns } from './description-keys.js';
export { Descriptions } from './descriptions.service.js';
export type { JudgementVerdict } from './judgement.js';
export { Judgements } from './judgements.service.js';
export { MERCHANT_STATUSES, type MerchantStatus } from './merchant-status.js';
export { MerchantModule } from './merchant.module.js';
export { Merchants } from './merchants.service.js';
export { MerchantResolver } from './resolver.service.js';
export { INSERT_DESCRIPTIONS_CTES } from './sql/insert-description.js';
export {
  DESCRIPTION_CHANGED,
  type DescriptionChanged,
  MERCHANT_CHANGED,
  type MerchantChanged,
} from './topics.js';
