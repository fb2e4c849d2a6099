import fc from 'fast-check';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { mapColumns, parseMaps } from './column-map.js';
import { COLUMN_NAMES } from './columns.js';
import { ErrorsFile, errorsPathFor } from './errors-file.js';
import { readCsvHeaders, readCsvRows } from './read-csv.js';

describe('ErrorsFile', () => {
  it.each([',', ';', '\t', '|'])(
    'gives back every cell as it was, formulas and quotes too, with delimiter %j',
    async (delimiter) => {
      const folder = await mkdtemp(join(tmpdir(), 'cordon-errors-'));
      // The reader trims cells, and takes an apostrophe before a formula's sign for its own.
      const cell = fc
        .oneof(
          fc.string(),
          fc.constantFrom('=1+1', '+1 214', '-5', '@x', 'a"b', 'a\nb', 'a\r\nb', ' | ;,', "'a"),
        )
        .map((text) => text.trim())
        .filter((text) => !/^'[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text));
      try {
        await fc.assert(
          fc.asyncProperty(
            fc.array(
              fc.tuple(cell, cell, cell).filter((cells) => cells.some((text) => text !== '')),
              { minLength: 1, maxLength: 8 },
            ),
            async (rows) => {
              const headers = COLUMN_NAMES.slice(0, 3);
              const path = join(folder, 'errors.csv');
              const file = new ErrorsFile(path, { format: 'csv', headers, delimiter });
              for (const [index, cells] of rows.entries())
                await file.add(
                  {
                    line: index + 2,
                    original: { kind: 'cells', cells },
                    content: { kind: 'unreadable', refusals: [] },
                  },
                  [{ code: 'REQUIRED', field: ['reason'], message: 'Needed.' }],
                );
              await file.finish();

              const text = await readFile(path, 'utf8');
              const read = await readCsvHeaders(Readable.from([text]), delimiter);
              const columns = mapColumns(read, parseMaps([]), []);
              const found: unknown[] = [];
              for await (const { content } of readCsvRows(Readable.from([text]), delimiter, columns))
                found.push(content.kind === 'row' ? headers.map((name) => content.row[name] ?? '') : content);
              expect(found).toEqual(rows);
            },
          ),
          { numRuns: 60 },
        );
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );

  it.each([
    ['reports.csv', 'reports.errors.csv'],
    ['out/reports.CSV', 'out/reports.errors.csv'],
    ['reports', 'reports.errors.csv'],
    ['reports.errors.csv', 'reports.errors.2.csv'],
    ['reports.errors.2.csv', 'reports.errors.3.csv'],
    ['-', 'cordon.errors.csv'],
  ])('for %s is %s', (input, errors) => {
    expect(errorsPathFor(input, 'csv')).toBe(errors);
  });
});
