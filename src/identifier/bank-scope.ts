import { accepted, type Result } from '../common/refusal.js';

import { isCountry } from './country.js';
import type { IdentifierRefusalCode } from './identifier.js';
import { refuse } from './refuse.js';
import { tidyUpper } from './text.js';

/** National clearing codes by their name in a scope, and what each looks like without separators. */
const CLEARING_CODES: Readonly<Record<string, RegExp>> = {
  'AT-BLZ': /^\d{5}$/,
  'AU-BSB': /^\d{6}$/,
  'BR-ISPB': /^\d{8}$/,
  'CA-TRANSIT': /^\d{8,9}$/,
  'CH-BC': /^\d{3,5}$/,
  'CN-CNAPS': /^\d{12}$/,
  'DE-BLZ': /^\d{8}$/,
  'GB-SORTCODE': /^\d{6}$/,
  'HK-BANK': /^\d{3}$/,
  'ID-BANK': /^\d{3,7}$/,
  'IE-NSC': /^\d{6}$/,
  'IN-IFSC': /^[A-Z]{4}0[A-Z0-9]{6}$/,
  'JP-ZENGIN': /^\d{7}$/,
  'KR-BANK': /^\d{3,7}$/,
  'MX-BANK': /^\d{3}$/,
  'NG-BANK': /^\d{3,6}$/,
  'NZ-BANK': /^\d{6}$/,
  'PH-BRSTN': /^\d{9}$/,
  'RU-BIK': /^\d{9}$/,
  'SG-BANK': /^\d{4,7}$/,
  'TH-BANK': /^\d{3,7}$/,
  'TW-BANK': /^\d{3,7}$/,
  'UA-MFO': /^\d{6}$/,
  'VN-BANK': /^\d{3,8}$/,
  'ZA-BRANCH': /^\d{6}$/,
};

const BIC = /^[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}([A-Z0-9]{3})?$/;
const CLEARING_SCOPE = /^([A-Z]{2}-[A-Z]+)\s*[: ]\s*(.+)$/;
const HOW =
  'Give the bank in the scope: its BIC (8 or 11 characters), or a national code such as GB-SORTCODE:123456.';

/**
 * The bank of an account: a BIC (ISO 9362) of 11 characters, into which one of 8 is brought by `XXX` (its head office),
 * or a national clearing code as `GB-SORTCODE:123456`.
 */
export function normaliseBankScope(scope: string | undefined): Result<string, IdentifierRefusalCode> {
  const field = ['scope'];
  const text = tidyUpper(scope ?? '');
  if (text === '') return refuse('SCOPE_REQUIRED', HOW, { field });

  const [, name = '', code = ''] = CLEARING_SCOPE.exec(text) ?? [];
  if (name !== '') return normaliseClearingCode(name, code.replace(/[\s\p{Pd}.]/gu, ''));

  const [bic, country = '', branch] = BIC.exec(text.replace(/[\s\p{Pd}]/gu, '')) ?? [];
  if (bic === undefined) return refuse('INVALID_FORMAT', `The bank is not understood. ${HOW}`, { field });
  if (!isCountry(country)) {
    return refuse('UNKNOWN_COUNTRY', `Letters 5 and 6 of a BIC are its country; ${country} is none.`, {
      field,
    });
  }
  return accepted(branch === undefined ? `${bic}XXX` : bic);
}

function normaliseClearingCode(name: string, code: string): Result<string, IdentifierRefusalCode> {
  const field = ['scope'];
  if (name === 'US-ABA') {
    const message = 'An account with a routing number of the US is given as BANK_ACCOUNT_US.';
    return refuse('UNKNOWN_SCOPE', message, { field, suggestion: 'BANK_ACCOUNT_US' });
  }
  const pattern = CLEARING_CODES[name];
  if (!pattern) {
    const known = Object.keys(CLEARING_CODES).join(', ');
    return refuse('UNKNOWN_SCOPE', `${name} is no clearing code known here. Known are ${known}.`, { field });
  }
  if (!pattern.test(code))
    return refuse('INVALID_FORMAT', `This is no ${name}: check its length.`, { field });
  return accepted(`${name}:${code}`);
}
