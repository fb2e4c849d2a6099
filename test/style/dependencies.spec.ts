import { readdir, rm } from 'node:fs/promises';

import { type BrokenRule, cruise, importRules } from './cruise.js';
import { writeTree } from './write-tree.js';

describe('imports', () => {
  it('keep the rules of .dependency-cruiser.mjs', async () => {
    const { comments } = await importRules();
    const byRule = Object.groupBy(await cruise('.'), ({ rule }) => `${rule}: ${comments.get(rule) ?? ''}`);
    const shown = ({ from, to }: BrokenRule): string => (from === to ? from : `${from} -> ${to}`);
    expect(
      Object.fromEntries(Object.entries(byRule).map(([rule, broken]) => [rule, broken?.map(shown)])),
    ).toEqual({});
  }, 120_000);

  it('are between parts that all have a place in the order', async () => {
    const { parts } = await importRules();
    const folders = (await readdir('src', { withFileTypes: true })).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !parts.includes(name))).toEqual([]);
  });
});

/** A project whose imports break every rule once. A file is given by what it imports. */
const BREACHES: readonly (BrokenRule & { readonly imports: string })[] = [
  breach('known-part', 'test/all.spec.ts', '../src/unheard/of.js', 'src/unheard/of.ts'),
  breach('index-only', 'src/report/inner.ts', '../audit/inside.js', 'src/audit/inside.ts'),
  breach('index-only-root', 'src/app.module.ts', './audit/inside.js', 'src/audit/inside.ts'),
  breach('root-files', 'src/report/whole.ts', '../app.module.js', 'src/app.module.ts'),
  breach('member-command', 'src/cli/asks.ts', '../report/index.js', 'src/report/index.ts'),
  breach('member-command', 'src/cli/operates.ts', './admin/serve.js', 'src/cli/admin/serve.ts'),
  breach('member-command', 'src/cli/stores.ts', 'typeorm', 'node_modules/typeorm/index.js'),
  breach('pure-packages', 'src/matching/framed.ts', 'typeorm', 'node_modules/typeorm/index.js'),
  breach('pure-core', 'src/matching/reads.ts', 'node:fs', 'fs'),
  breach('migrations-alone', 'migrations/0001-make.ts', '../src/common/index.js', 'src/common/index.ts'),
  breach('no-test-code', 'src/report/tested.ts', '../../test/builder.js', 'test/builder.ts'),
  breach('no-cycle', 'src/report/one.ts', './two.js', 'src/report/two.ts -> src/report/one.ts'),
  breach('no-orphan', 'src/report/alone.ts', '', 'src/report/alone.ts'),
  breach('no-unused-file', 'src/report/alone.ts', '', 'src/report/alone.ts'),
  breach('no-unused-file', 'src/report/idle.ts', '../common/index.js', 'src/report/idle.ts'),
  breach('no-missing-file', 'src/report/lost.ts', './nowhere.js', './nowhere.js'),
  breach('no-undeclared-package', 'src/report/brought.ts', 'rxjs', 'node_modules/rxjs/index.js'),
  breach('no-developer-package', 'src/report/checks.ts', 'fast-check', 'node_modules/fast-check/index.js'),
];

/** What the rules allow, beside it. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/main.ts': ['./server/start.js'],
  'src/server/start.ts': ['../app.module.js', '../report/index.js'],
  'src/cli/cordon-admin.ts': ['./admin/serve.js'],
  'src/cli/admin/serve.ts': ['../../report/index.js', 'typeorm'],
  'src/cli/cordon.ts': ['../common/index.js', '../identifier/index.js'],
  'src/report/idle.spec.ts': ['./idle.js', '../audit/inside.js', 'fast-check'],
  'src/report/two.ts': ['./one.js'],
  'src/matching/hash.ts': ['node:crypto'],
  'migrations/index.ts': ['./0001-make.js', 'typeorm'],
  'src/audit/inside.ts': ['../common/index.js'],
  'src/unheard/of.ts': ['../common/index.js'],
};

describe('the rules of imports', () => {
  it('find each breach, and nothing else', async () => {
    const { parts } = await importRules();
    const upwards = parts
      .slice(1)
      .map((higher, place) =>
        breach(
          `order-${parts[place] ?? ''}`,
          `src/${parts[place] ?? ''}/upwards.ts`,
          `../${higher}/index.js`,
          `src/${higher}/index.ts`,
        ),
      );
    const expected = [...BREACHES, ...upwards];
    const tree = {
      ...Object.fromEntries(parts.map((part) => [`src/${part}/index.ts`, []])),
      ...Object.fromEntries(expected.map(({ from, imports }) => [from, imports === '' ? [] : [imports]])),
      ...ALLOWED,
    };
    const unused = expected.filter(({ rule }) => rule === 'no-unused-file').map(({ from }) => from);
    const used = Object.keys(tree).filter(
      (file) => file.startsWith('src/') && !unused.includes(file) && !file.endsWith('.spec.ts'),
    );
    const folder = await writeTree({
      ...Object.fromEntries(Object.entries(tree).map(([file, imports]) => [file, source(imports)])),
      'test/all.spec.ts': source(
        [...used, 'migrations/index.ts'].map((file) => `../${file.replace(/ts$/, 'js')}`),
      ),
      'test/builder.ts': source([]),
      'package.json': JSON.stringify({
        type: 'module',
        dependencies: { typeorm: '1.0.0' },
        devDependencies: { 'fast-check': '1.0.0' },
      }),
      'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext' } }),
      ...aPackage('typeorm'),
      ...aPackage('rxjs'),
      ...aPackage('fast-check'),
    });

    const broken = await cruise(folder);
    await rm(folder, { recursive: true });
    expect(sorted(broken)).toEqual(sorted(expected.map(({ rule, from, to }) => ({ rule, from, to }))));
  }, 60_000);

  it('each have a breach above', async () => {
    const { comments } = await importRules();
    const tried = new Set(BREACHES.map(({ rule }) => rule));
    const untried = [...comments.keys()].filter((rule) => !rule.startsWith('order-') && !tried.has(rule));
    expect(untried).toEqual([]);
  });
});

function breach(rule: string, from: string, imports: string, to: string): BrokenRule & { imports: string } {
  return { rule, from, imports, to };
}

function source(imports: readonly string[]): string {
  return [...imports.map((from) => `import '${from}';`), 'export const made = 1;', ''].join('\n');
}

function aPackage(name: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', exports: './index.js' }),
    [`node_modules/${name}/index.js`]: 'export const made = 1;\n',
  };
}

function sorted(broken: readonly BrokenRule[]): BrokenRule[] {
  const key = ({ rule, from, to }: BrokenRule): string => [rule, from, to].join(' ');
  return broken.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
