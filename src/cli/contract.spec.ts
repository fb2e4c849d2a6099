import { buildSchema, type GraphQLSchema, isEnumType, parse, validate } from 'graphql';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICE_RANGE_KINDS } from '../identifier/index.js';
import {
  ACTION_STATUSES,
  ALERT_KINDS,
  ALERT_STATUSES,
  ASSESSMENTS,
  BASES,
  COALITION_PURPOSES,
  DISPUTE_ANSWERS,
  DISPUTE_GROUNDS,
  DISPUTE_OUTCOMES,
  DISPUTE_PARTS,
  DISPUTE_STATUSES,
  EVENT_KINDS,
  HOLD_STATUSES,
  MEMBER_STATUSES,
  MERCHANT_ACTIONS,
  NETWORK_LISTS,
  NOTICE_STATUSES,
  OPINION_KINDS,
  PAYMENT_METHODS,
  POSSIBLE_MATCH_ORDERS,
  PURPOSES,
  REASONS,
  REPORT_STATUSES,
  TLP_LEVELS,
  VERDICTS,
  WORK_KINDS,
} from './codes.js';
import { mutation } from './connect/graphql-client.js';

const FOLDER = import.meta.dirname;

describe('what the command line knows of the service', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = buildSchema(await readFile(join(FOLDER, '..', '..', 'schema.graphql'), 'utf8'));
  });

  it('is in its schema: every operation', async () => {
    const files = (await readdir(FOLDER, { recursive: true })).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
    );
    const sources = await Promise.all(files.map((name) => readFile(join(FOLDER, name), 'utf8')));
    const operations = sources.flatMap(operationsIn);
    const made = sources.flatMap((source) => source.match(/(?<!function )\b(?:operation|mutation)</g) ?? []);

    expect(made.length).toBeGreaterThanOrEqual(8);
    expect(operations).toHaveLength(made.length);
    expect(operations.flatMap((text) => validate(schema, parse(text)).map(({ message }) => message))).toEqual(
      [],
    );
  });

  it.each([
    ['ReportReason', REASONS],
    ['ReportBasis', BASES],
    ['PaymentMethod', PAYMENT_METHODS],
    ['MerchantAction', MERCHANT_ACTIONS],
    ['Tlp', TLP_LEVELS],
    ['Purpose', PURPOSES],
    ['CoalitionPurpose', COALITION_PURPOSES],
    ['ReportStatus', REPORT_STATUSES],
    ['HoldStatus', HOLD_STATUSES],
    ['AlertKind', ALERT_KINDS],
    ['AlertStatus', ALERT_STATUSES],
    ['NoticeStatus', NOTICE_STATUSES],
    ['WorkKind', WORK_KINDS],
    ['ServiceRangeKind', SERVICE_RANGE_KINDS],
    ['ActionStatus', ACTION_STATUSES],
    ['Assessment', ASSESSMENTS],
    ['NetworkList', NETWORK_LISTS],
    ['OpinionKind', OPINION_KINDS],
    ['DisputeGrounds', DISPUTE_GROUNDS],
    ['DisputeAnswer', DISPUTE_ANSWERS],
    ['DisputeOutcome', DISPUTE_OUTCOMES],
    ['DisputeStatus', DISPUTE_STATUSES],
    ['DisputePart', DISPUTE_PARTS],
    ['EventKind', EVENT_KINDS],
    ['MemberStatus', MEMBER_STATUSES],
    ['JudgementVerdict', VERDICTS],
    ['PossibleMatchOrder', POSSIBLE_MATCH_ORDERS],
  ])('is in its schema: the codes of %s', (name, codes) => {
    const type = schema.getType(name);

    expect(
      isEnumType(type)
        ? type
            .getValues()
            .map((value) => value.name)
            .sort()
        : name,
    ).toEqual([...codes].sort());
  });
});

/** The texts of a file's operations, each with the texts in it that the file names once and uses in several. */
function operationsIn(source: string): string[] {
  const named = new Map(
    [...source.matchAll(/^const (\w+) =\s*([`'])([^`']*)\2;$/gm)].map(([, name, , text]) => [name, text]),
  );
  // What is not named in the file stays as it is, which the parser refuses.
  const filled = (text: string): string =>
    text.replaceAll(/\$\{(\w+)\}/g, (hole, name: string) => named.get(name) ?? hole);
  const written = source.match(/(?<=`\s*)(?:query|mutation) \w+[^`]*/g) ?? [];
  const mutations = [...source.matchAll(/\bmutation<[^(]*>\(\s*'(\w+)',\s*([`'])([^`']*)\2,?\s*\)/g)];
  return [
    ...written.map(filled),
    ...mutations.map(([, name = '', , fields = '']) => mutation(name, filled(fields)).text),
  ];
}
