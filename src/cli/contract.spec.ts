import { buildSchema, type GraphQLSchema, isEnumType, parse, validate } from 'graphql';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BASES,
  COALITION_PURPOSES,
  HOLD_STATUSES,
  MERCHANT_ACTIONS,
  PAYMENT_METHODS,
  PURPOSES,
  REASONS,
  REPORT_STATUSES,
  TLP_LEVELS,
} from './codes.js';

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
    const operations = sources.flatMap(
      (source) => source.match(/(?<=`\s*)(?:query|mutation) \w+[^`]*/g) ?? [],
    );

    expect(operations.length).toBeGreaterThanOrEqual(8);
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
