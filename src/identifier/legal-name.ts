import { normaliseMerchantName } from './merchant-name.js';

/** LEGAL_NAME: the name in the register of companies, 1 to 200 characters. */
export const normaliseLegalName = normaliseMerchantName;
