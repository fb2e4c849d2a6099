import type { ScreenMerchantsInput, UserError } from '../api-types.js';
import type { Connection } from '../connect/connect.js';
import { operation } from '../connect/graphql-client.js';

/** The most merchants that one request takes. */
export const SCREEN_BATCH_MAX = 100;

export interface FieldEvidence {
  readonly field: string;
  readonly type: string;
  readonly evidence: string;
  /** The asker's own value. */
  readonly yours: string;
  readonly indicatorId: string | null;
  readonly explanation: string;
}

export interface ScreeningMatch {
  readonly merchantId: string;
  readonly tier: string;
  readonly reasons: readonly string[];
  readonly evidence: readonly FieldEvidence[];
  readonly disputed: boolean;
  readonly ruleOut: readonly string[];
  readonly confidence: string;
  readonly sources: string;
}

/** That what was asked about names a firm whose identity was misused: never a hit. */
export interface MisusedIdentity {
  readonly field: string;
  readonly type: string;
  readonly yours: string;
  readonly validUntil: string;
}

export interface Screening {
  readonly id: string;
  readonly ref: string;
  readonly purpose: string;
  readonly outcome: 'CLEAR' | 'MATCHES' | 'REFUSED';
  readonly tier: string;
  readonly matches: readonly ScreeningMatch[];
  readonly markers: readonly MisusedIdentity[];
  readonly refusals: readonly UserError[];
  readonly screenedAt: string;
  readonly notice: string;
}

export interface ScreeningAnswer {
  readonly screenings: readonly Screening[];
  readonly userErrors: readonly UserError[];
}

const SCREEN_MERCHANTS = operation<{ input: ScreenMerchantsInput }, { screenMerchants: ScreeningAnswer }>(`
  mutation ScreenMerchants($input: ScreenMerchantsInput!) {
    screenMerchants(input: $input) {
      screenings {
        id ref purpose outcome tier screenedAt notice
        matches {
          merchantId tier reasons confidence sources disputed ruleOut
          evidence { field type evidence yours indicatorId explanation }
        }
        markers { field type yours validUntil }
        refusals { code field message suggestion }
      }
      userErrors { code field message suggestion }
    }
  }
`);

/** Asks about at most SCREEN_BATCH_MAX merchants. The screenings come in the order of the input. */
export async function screenMerchants(
  connection: Connection,
  input: ScreenMerchantsInput,
): Promise<ScreeningAnswer> {
  return (await connection.execute(SCREEN_MERCHANTS, { input })).screenMerchants;
}
