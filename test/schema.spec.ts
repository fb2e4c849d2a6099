import { readFile, writeFile } from 'node:fs/promises';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { printSchema } from 'graphql';
import { OperationRegistry } from '../src/access/index.js';
import { OPERATION_PERMISSIONS } from './access/operation-permissions.js';
import { createTestApp, type TestApp } from './support/app.js';
import { EVERY_PART } from './support/every-part.js';
import { lintSchema } from './support/schema-lint.js';

const FILE = 'schema.graphql';

describe('the schema', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ modules: EVERY_PART });
  });

  afterAll(() => app.close());

  it('is the one in schema.graphql (UPDATE=1 writes it anew)', async () => {
    const schema = `${printSchema(app.nest.get(GraphQLSchemaHost).schema)}\n`;

    if (process.env['UPDATE'] === '1') await writeFile(FILE, schema);
    expect(schema).toBe(await readFile(FILE, 'utf8'));
  });

  it('keeps the rules of the API', () => {
    expect(lintSchema(app.nest.get(GraphQLSchemaHost).schema)).toEqual([]);
  });

  it('has no operation or route without the permission that its table names', () => {
    const operations = app.nest
      .get(OperationRegistry)
      .listOperations()
      .map(({ kind, name, rule }) => [`${kind} ${name}`, rule]);

    expect(Object.fromEntries(operations)).toEqual(OPERATION_PERMISSIONS);
  });
});
