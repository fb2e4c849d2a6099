import { normaliseMerchantName } from './merchant-name.js';

/** TRADE_NAME: a name that the merchant is known to its customers by, 1 to 200 characters. */
export const normaliseTradeName = normaliseMerchantName;
