import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MATCHING_MODEL } from '../../src/matching/model/model.js';
import { backgroundWords } from './background-words.js';
import { DataSetError, readDataSet, type RecordSet } from './data-set.js';
import { bCubedOf, figuresOf } from './figures.js';
import { measureSet } from './measure-set.js';
import { prepareSet } from './prepare-set.js';
import { PRIOR_MODEL } from './prior-weights.js';
import { schemaGroups } from './schema-groups.js';
import { trainModel } from './train-model.js';
import { writeResults } from './write-results.js';

const HEAD = 'record_id,source,name,address,city,postcode,country,phone,website';
/** A few invented merchants, each in two lists, written in two ways. */
const MERCHANTS = [
  ['Nomu Imports', '12 Mill Road', 'Leeds', 'LS1 4AP', '+442079460011', 'nomu.example'],
  ['Velka Trading', '3 Harbour Street', 'York', 'YO1 9TL', '+442079460012', 'velka.example'],
  ['Orrin Bakery', '44 Linden Avenue', 'Derby', 'DE1 1AA', '+442079460013', ''],
  ['Zelo Records', '7 Castle Hill', 'Bath', 'BA1 2QH', '+442079460014', 'zelo.example'],
  ['Tarn & Hollow', '90 Station Parade', 'Truro', 'TR1 2JA', '+442079460015', ''],
  ['Quill Garden Supply', '5 Orchard Close', 'Ripon', 'HG4 1AA', '+442079460016', 'quill.example'],
] as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matching-bench-'));
  const rows = MERCHANTS.flatMap(([name, line, city, postcode, phone, host], index) => [
    [`a${index}`, 'A', name, line, city, postcode, 'GB', phone, host].join(','),
    [`b${index}`, 'B', name.toUpperCase(), line.replace('Street', 'St'), city, '', 'GB', phone, ''].join(','),
  ]);
  writeFileSync(join(folder, 'records.csv'), [HEAD, ...rows].join('\n'));
  const pairs = MERCHANTS.map((_, index) => `a${index},b${index}`);
  writeFileSync(join(folder, 'matches.csv'), ['id_a,id_b', ...pairs].join('\n'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the bench', () => {
  it('finds the merchants that are the same, and only those', () => {
    const prepared = prepareSet(readDataSet(folder), MATCHING_MODEL.rarity);
    const { figures } = measureSet(prepared, MATCHING_MODEL, true);
    expect(figures.pairs).toEqual([{ schema: '', precision: 1, recall: 1, f1: 1 }]);
    expect(figures).toMatchObject({
      bCubed: { f1: 1 },
      clustered: { f1: 1 },
      pairCompleteness: 1,
      matchPrecision: 1,
    });
  });

  it('leaves pairs with their scores, or clusters, and the candidates', () => {
    const prepared = prepareSet(readDataSet(folder), MATCHING_MODEL.rarity);
    writeResults(folder, prepared, measureSet(prepared, MATCHING_MODEL, false));
    const [head, first = ''] = readFileSync(join(folder, 'pairs.csv'), 'utf8').split('\n');
    expect(head).toBe('id_a,id_b,score');
    expect(first).toMatch(/^a0,b0,\d/);
    writeResults(folder, prepared, measureSet(prepared, MATCHING_MODEL, true));
    expect(readFileSync(join(folder, 'clusters.csv'), 'utf8').split('\n').slice(0, 3)).toEqual([
      'record_id,cluster_id',
      'a0,k0',
      'b0,k0',
    ]);
    expect(readFileSync(join(folder, 'candidates.csv'), 'utf8')).toContain('a0,b0');
  });

  it('counts only the pairs that are labelled, where only some are', () => {
    writeFileSync(join(folder, 'pairs.csv'), 'id_a,id_b,label\na0,b0,1\na0,b1,0\n');
    const set = readDataSet(folder) as RecordSet;
    expect([set.truth.size, set.labelled?.size]).toEqual([1, 2]);
    const { figures } = measureSet(prepareSet(set, MATCHING_MODEL.rarity), MATCHING_MODEL, false);
    expect(figures).toMatchObject({ pairs: [{ precision: 1, recall: 1 }], bCubed: null });
  });

  it('reads a file of name pairs without records', () => {
    rmSync(join(folder, 'records.csv'));
    writeFileSync(
      join(folder, 'pairs.csv'),
      'schema,name1,name2,is_match\nCompany,Nomu Imports Ltd,NOMU IMPORTS LIMITED,true\nPerson,Ana Petrova,Boris Ilin,false\n',
    );
    const { figures } = measureSet(
      prepareSet(readDataSet(folder), MATCHING_MODEL.rarity),
      MATCHING_MODEL,
      false,
    );
    expect(figures.pairs.map(({ schema, f1 }) => [schema, f1])).toEqual([
      ['', 1],
      ['Company', 1],
      ['Person', 1],
    ]);
  });

  it('tells the figures of organisations together, whichever schema names them', () => {
    expect(schemaGroups(['Person', 'Company', 'Organization']).map(({ name }) => name)).toEqual([
      'organisations',
      'Company',
      'Organization',
      'Person',
    ]);
    expect(schemaGroups(['', ''])).toEqual([]);
  });

  it('says which folder holds nothing to read', () => {
    const empty = join(folder, 'nothing');
    expect(() => readDataSet(empty)).toThrow(DataSetError);
  });
});

describe('the training', () => {
  it('learns the same model twice, and one that tells the merchants apart', () => {
    const set = readDataSet(folder) as RecordSet;
    const rarity = backgroundWords([set]);
    const learn = () => trainModel([prepareSet(set, rarity)], { ...PRIOR_MODEL, rarity }, () => undefined);
    const { model, clustered } = learn();
    expect(learn().model).toEqual(model);
    expect(clustered).toMatchObject([{ pairs: { f1: 1 }, bCubed: { f1: 1 } }]);
    expect(model.figures).toMatchObject([{ precision: 1, recall: 1, f1: 1 }]);
    expect(model.matchBits).toBeGreaterThan(model.reviewBits);
    expect(measureSet(prepareSet(set, rarity), model, false).figures.pairs).toMatchObject([{ f1: 1 }]);
  });
});

describe('figures', () => {
  it('are 1 where there is nothing to find and nothing found', () => {
    expect(figuresOf(0, 0, 0)).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(figuresOf(3, 1, 1)).toEqual({ precision: 0.75, recall: 0.75, f1: 0.75 });
  });

  it('weigh each record once in B-cubed', () => {
    expect(bCubedOf(['x', 'x', 'y'], ['1', '1', '1'])).toMatchObject({
      precision: 1,
      recall: expect.closeTo(5 / 9, 12) as number,
    });
  });
});
