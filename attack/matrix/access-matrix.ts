import { givenWorld } from '../../test/access/matrix/given-world.js';
import { Matrix } from '../../test/access/matrix/matrix.js';
import { type MatrixResult, runMatrix } from '../../test/access/matrix/run-matrix.js';
import { type Attack, FAILURES_MAX } from '../attack.js';

/** Everybody asks for everything, and the answers are held against test/access/matrix.csv. */
export const accessMatrix: Attack = {
  about:
    'Every operation called by everybody for everything there is, against the table written by hand; whole answers are searched for canaries. The count is of rounds.',
  countDefault: 1,
  run: async ({ count }) => {
    const matrix = new Matrix();
    const world = await givenWorld();
    try {
      const results = [await runMatrix(world, matrix)];
      while (results.length < count) results.push(await runMatrix(world, matrix));
      const sum = (of: (result: MatrixResult) => number): number =>
        results.reduce((total, result) => total + of(result), 0);
      const failures = results.flatMap((result) => result.failures);
      return {
        figures: {
          calls: sum(({ calls }) => calls),
          'cells of operations': sum(({ operationCells }) => operationCells),
          'cells of fields': sum(({ fieldCells }) => fieldCells),
          canaries: world.canaries.count,
          leaks: sum(({ leaks }) => leaks.length),
          'otherwise than the matrix says': failures.length,
        },
        failures: failures.slice(0, FAILURES_MAX),
      };
    } finally {
      await world.app.close();
    }
  },
};
