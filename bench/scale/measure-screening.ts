import { toGlobalId } from '../../src/common/id.js';
import type { SubjectInput } from '../../src/identifier/index.js';
import type { Child } from '../http/child.js';
import type { Exchange } from '../http/exchange.js';
import { percentile } from '../http/figures.js';
import { measure } from '../http/measure.js';
import type { Session } from '../http/session.js';
import { Dice } from './dice.js';
import { inventedMerchant, merchantIdOf, misspelt, unknownName } from './invented-merchant.js';
import type { AskedBy, ScreeningFigures } from './scale-figures.js';

/** What a member reads of a screening. */
const SCREEN = `mutation Screen($input: ScreenMerchantsInput!) {
  screenMerchants(input: $input) {
    screenings {
      id outcome tier
      matches { merchantId tier reasons ruleOut confidence sources evidence { field evidence explanation } }
    }
    userErrors { code field message }
  }
}`;

const WARM_UP_SECONDS = 2;

/** A merchant as it is asked for, and its number in the register. */
function subjectOf(askedBy: AskedBy, number: number): SubjectInput {
  const { legalName, country, identifiers } = inventedMerchant(number);
  switch (askedBy) {
    case 'IDENTIFIER':
      return { identifiers: identifiers.slice(number % 3, (number % 3) + 1) };
    case 'MISSPELT':
      return { legalName: misspelt(legalName, number), country };
    case 'NAME':
      return { legalName, country };
    case 'UNKNOWN':
      return { legalName: unknownName(legalName), country };
  }
}

/** Asks the service for merchants drawn at random, one in a request, for so many seconds, and counts the right answers. */
export async function measureScreening(
  {
    service,
    session,
    merchants,
  }: { readonly service: Child; readonly session: Session; readonly merchants: number },
  askedBy: AskedBy,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<ScreeningFigures> {
  const dice = new Dice(connections);
  let answers = 0;
  let right = 0;
  const exchange: Exchange = {
    server: service,
    path: '/graphql',
    headers: () => session.headers(),
    next: () => {
      const number = dice.below(merchants) + (askedBy === 'UNKNOWN' ? merchants : 0);
      const wanted = toGlobalId('merchant', merchantIdOf(number));
      const asked = { ref: 'scale', ...subjectOf(askedBy, number) };
      return {
        body: JSON.stringify({
          query: SCREEN,
          variables: { input: { purpose: 'ONBOARDING', merchants: [asked] } },
        }),
        faultOf: (answer) => {
          if (!answer.includes('"userErrors":[]') || answer.includes('"errors":')) return answer;
          answers += 1;
          if (askedBy === 'UNKNOWN' ? answer.includes('"CLEAR"') : answer.includes(wanted)) right += 1;
          return undefined;
        },
      };
    },
  };
  await measure(exchange, { connections, seconds: WARM_UP_SECONDS });
  [answers, right] = [0, 0];
  const found = await measure(exchange, { connections, seconds });
  const latencies = [...found.latenciesMs].sort((a, b) => a - b);
  const perAnswer = (micros: number | null): number | null => (micros === null ? null : micros / answers);
  return {
    askedBy,
    connections,
    answersPerSecond: found.answersPerSecond,
    latencyMs: {
      p50: percentile(latencies, 50),
      p95: percentile(latencies, 95),
      p99: percentile(latencies, 99),
    },
    rightShare: right / answers,
    serviceMicrosPerAnswer: perAnswer(found.cpuMicros),
    databaseMicrosPerAnswer: perAnswer(found.databaseMicros),
    othersShare: found.othersShare,
  };
}
