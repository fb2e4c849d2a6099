import { mapColumns, parseMaps } from './column-map.js';
import { COLUMN_NAMES, COLUMNS, bareName } from './columns.js';

describe('columns', () => {
  it('have no name that means two of them', () => {
    const names = COLUMN_NAMES.flatMap((column) => [column, ...COLUMNS[column]].map(bareName));

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('are known whatever the case and punctuation', () => {
    expect(mapColumns(['Client-Reference', 'LEGAL NAME', 'Post_Code', 'E-Mail'], parseMaps([]), [])).toEqual([
      'client_reference',
      'legal_name',
      'postcode',
      'email',
    ]);
  });

  it('added by an errors file are left aside, but only all of them together', () => {
    const headers = ['reason', 'line', 'code', 'field', 'message', 'suggestion'];

    expect(mapColumns(headers, parseMaps([]), [])).toEqual(['reason', ...Array<string>(5).fill('ignored')]);
    expect(() => mapColumns(['reason', 'code'], parseMaps([]), [])).toThrow('Unknown column "code"');
  });

  it.each([
    [['nonsense'], 'not of the form'],
    [['a=colour'], 'there is no column "colour"'],
    [['code=mcc'], 'errors files use the name'],
  ])('refuse --map %j', (options, says) => {
    expect(() => parseMaps(options)).toThrow(says);
  });

  it('refuse a map of a column that the file does not have', () => {
    expect(() => mapColumns(['reason'], parseMaps(['a=basis']), [])).toThrow('does not have: "a"');
  });
});
