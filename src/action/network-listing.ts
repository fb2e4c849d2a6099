import { REPORT_REASONS } from '../report/index.js';

/** The card networks' own lists of terminated merchants. */
export const NETWORK_LISTS = ['MATCH', 'VMSS'] as const;

export type NetworkList = (typeof NETWORK_LISTS)[number];

/** The listing that a member made there. */
export interface NetworkListing {
  readonly list: NetworkList;
  /** Of the list, two digits. */
  readonly code: string;
  /** YYYY-MM-DD. */
  readonly listedOn: string;
}

/**
 * The codes under which a merchant of this register is listed in each network's list, in order (product.md, Codes). Where
 * the table has one number, both lists have it.
 */
export const NETWORK_CODES: Readonly<Record<NetworkList, readonly string[]>> = {
  MATCH: codesOf(({ matchCode }) => matchCode),
  VMSS: codesOf(({ matchCode, vmssCode }) => vmssCode ?? matchCode),
};

function codesOf(
  codeOf: (reason: { readonly matchCode: string; readonly vmssCode: string | null }) => string,
): readonly string[] {
  return [...new Set(Object.values(REPORT_REASONS).map(codeOf))].sort();
}
