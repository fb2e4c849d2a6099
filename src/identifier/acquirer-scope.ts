import { accepted, type Result } from '../common/refusal.js';

import type { IdentifierRefusalCode } from './identifier.js';
import { refuse } from './refuse.js';
import { tidy } from './text.js';

const HOW =
  'Give the acquirer as BIN:066907, ICA:1234 or MEMBER:name; 6 to 8 digits alone are taken for a BIN.';
const SCOPE_LENGTH_MAX = 80;
const MEMBER_NAME = /^[A-Za-z0-9][A-Za-z0-9_.:-]*$/;

/** The ICA number without leading zeros, or undefined when it is none (1 to 11 digits, not all zero). */
export function normaliseIcaNumber(text: string): string | undefined {
  return /^(?=\d{1,11}$)0*[1-9]\d*$/.test(text) ? text.replace(/^0+/, '') : undefined;
}

/** An acquirer's bank identification number: 6 to 8 digits, leading zeros kept. */
export function isAcquirerBin(text: string): boolean {
  return /^\d{6,8}$/.test(text);
}

/**
 * The acquirer under which a card acceptor or terminal ID is unique, as `BIN:066907`, `ICA:1234` or `MEMBER:name`;
 * null when none is given. A member's name keeps its case.
 */
export function normaliseAcquirerScope(
  scope: string | undefined,
): Result<string | null, IdentifierRefusalCode> {
  const text = tidy(scope ?? '');
  if (text === '') return accepted(null);
  const field = ['scope'];
  if (isAcquirerBin(text)) return accepted(`BIN:${text}`);

  const [, kind = '', rest = ''] = /^(\w+)\s*:\s*(.*)$/u.exec(text) ?? [];
  const ica = normaliseIcaNumber(rest);
  switch (kind.toUpperCase()) {
    case 'BIN':
      if (isAcquirerBin(rest)) return accepted(`BIN:${rest}`);
      return refuse('INVALID_LENGTH', 'A BIN has 6 to 8 digits; keep its leading zeros.', { field });
    case 'ICA':
      if (ica !== undefined) return accepted(`ICA:${ica}`);
      return refuse('INVALID_LENGTH', 'An ICA number has 1 to 11 digits.', { field });
    case 'MEMBER':
      if (MEMBER_NAME.test(rest) && rest.length <= SCOPE_LENGTH_MAX) return accepted(`MEMBER:${rest}`);
      return refuse('INVALID_CHARACTERS', `${HOW} A member's name holds letters, digits and _.:- alone.`, {
        field,
      });
    default:
      return refuse('UNKNOWN_SCOPE', `The acquirer is not understood. ${HOW}`, {
        field,
        suggestion: /^\d{4,5}$/.test(text) ? `ICA:${text.replace(/^0+/, '')}` : undefined,
      });
  }
}
