import { GraphQLSchemaHost } from '@nestjs/graphql';
import { findMissingRows } from '../access/matrix/find-missing-rows.js';
import { givenWorld, type World } from '../access/matrix/given-world.js';
import { Matrix } from '../access/matrix/matrix.js';
import { type MatrixResult, runMatrix } from '../access/matrix/run-matrix.js';

/** The time that making the coalition and asking everything of everybody may take. */
const TIMEOUT_MS = 240_000;

describe('the access matrix', () => {
  const matrix = new Matrix();
  let world: World;
  let result: MatrixResult;

  beforeAll(async () => {
    world = await givenWorld();
    result = await runMatrix(world, matrix);
    console.log(
      `access matrix: ${result.calls} calls, ${result.operationCells} cells of operations, ` +
        `${result.fieldCells} of fields, ${world.canaries.count} canaries, ${result.leaks.length} leaks`,
    );
  }, TIMEOUT_MS);

  afterAll(() => world.app.close());

  it('has a row for every operation, argument and field of the schema', () => {
    expect(findMissingRows(world.app.nest.get(GraphQLSchemaHost).schema, matrix)).toEqual([]);
  });

  it('is what every answer to everybody keeps to', () => {
    expect(result.failures).toEqual([]);
  });
});
