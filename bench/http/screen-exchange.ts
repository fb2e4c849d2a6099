import { toGlobalId } from '../../src/common/id.js';
import { type Asked, inTurn } from './asked.js';
import type { Child } from './child.js';
import { type Exchange, sampler } from './exchange.js';
import type { Session } from './session.js';

/** Everything that a screening can tell. */
const SCREEN_MERCHANTS = `mutation Screen($input: ScreenMerchantsInput!) {
  screenMerchants(input: $input) {
    screenings {
      id ref purpose outcome tier screenedAt notice
      matches {
        merchantId tier reasons ruleOut confidence sources
        evidence { field type evidence yours indicatorId explanation }
      }
      refusals { code field message }
    }
    userErrors { code field message }
  }
}`;

/** The asker's own reference of each merchant. */
const REF = 'bench';

/** The screening of one merchant by one identifier. */
export function serviceScreening(server: Child, session: Session, asked: readonly Asked[]): Exchange {
  const next = inTurn(asked);
  const isRead = sampler();
  return {
    server,
    path: '/graphql',
    headers: () => session.headers(),
    next: () => {
      const question = next();
      const { identifier, merchantId } = question;
      const merchants = [{ ref: REF, identifiers: [identifier] }];
      return {
        body: JSON.stringify({
          query: SCREEN_MERCHANTS,
          variables: { input: { purpose: 'ONBOARDING', merchants } },
        }),
        faultOf: (answer) => {
          const outcome = merchantId === undefined ? 'CLEAR' : 'MATCHES';
          if (answer.includes('"errors":') || !answer.includes(`"outcome":"${outcome}"`)) return answer;
          return isRead() && !isRightScreening(answer, question) ? answer : undefined;
        },
      };
    },
  };
}

/** The same look-up on the floor, which is given the key ready made. */
export function floorScreening(server: Child, asked: readonly Asked[]): Exchange {
  const next = inTurn(asked);
  const isRead = sampler();
  return {
    server,
    path: '/screen',
    headers: () => Promise.resolve({ 'content-type': 'application/json' }),
    next: () => {
      const { hash, merchantId } = next();
      return {
        body: JSON.stringify({ hash }),
        faultOf: (answer) => {
          if (merchantId === undefined) return answer === '{"matches":[]}' ? undefined : answer;
          return answer.includes(merchantId) && (!isRead() || countOf(answer) === 1) ? undefined : answer;
        },
      };
    },
  };
}

interface ScreeningAnswer {
  readonly data: {
    readonly screenMerchants: {
      readonly screenings: readonly {
        readonly ref: string;
        readonly matches: readonly {
          readonly merchantId: string;
          readonly tier: string;
          readonly evidence: readonly { readonly type: string }[];
        }[];
      }[];
      readonly userErrors: readonly unknown[];
    };
  };
}

function isRightScreening(answer: string, { identifier, merchantId }: Asked): boolean {
  const { screenings, userErrors } = (JSON.parse(answer) as ScreeningAnswer).data.screenMerchants;
  const [screening] = screenings;
  if (screening === undefined || screenings.length > 1 || userErrors.length > 0) return false;
  const [match, ...others] = screening.matches;
  if (screening.ref !== REF || others.length > 0) return false;
  if (merchantId === undefined) return match === undefined;
  return (
    match?.merchantId === toGlobalId('merchant', merchantId) && match.evidence[0]?.type === identifier.type
  );
}

function countOf(answer: string): number {
  return (JSON.parse(answer) as { readonly matches: readonly unknown[] }).matches.length;
}
