import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { environmentSchema } from '../../src/config/environment-schema.js';
import { importRules } from './cruise.js';
import { projectFiles, type ProjectFile } from './project-files.js';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
}

/** What npm does without a script of ours. */
const NPM_COMMANDS = new Set(['ci', 'install']);
/** Variables that the member's command reads (src/config/config-from-env.ts lets them pass). */
const CLIENT_VARIABLE = /^CORDON_(URL|TOKEN|CLIENT_|CONFIG|PROFILE|PASSWORD|ALLOW_HTTP)/;

let documents: readonly ProjectFile[];
let names: ReadonlySet<string>;
let manifest: Manifest;
beforeAll(async () => {
  const files = await projectFiles();
  documents = files.filter(({ path }) => path.endsWith('.md'));
  names = new Set(files.map(({ path }) => basename(path)));
  manifest = JSON.parse(await readFile('package.json', 'utf8')) as Manifest;
});

describe('the documents', () => {
  it('are those that a newcomer, a contributor and an operator look for', () => {
    const expected = [
      'README.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'CHANGELOG.md',
      'src/README.md',
      'docker/README.md',
    ];
    expect(expected.filter((path) => !documents.some((document) => document.path === path))).toEqual([]);
    expect(existsSync('LICENSE')).toBe(true);
  });

  it('name only commands that exist', () => {
    expect(inDocuments(/\bnpm run ([\w:-]+)/g, (script) => script in manifest.scripts)).toEqual([]);
    expect(inDocuments(/\bnpm (?!run\b)([a-z]+)\b(?= *(?:[`\n;&|#]|--|$))/g, isNpmCommand)).toEqual([]);
    expect(inDocuments(/\bnpx ([\w:@/-]+)/g, (program) => program in manifest.bin)).toEqual([]);
    expect(
      inDocuments(/\bnode (dist\/[\w./-]+\.js)/g, (file) =>
        existsSync(file.replace(/^dist\/(.*)js$/, '$1ts')),
      ),
    ).toEqual([]);
  });

  it('link only to files that exist', () => {
    expect(inDocuments(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g, isBeside)).toEqual([]);
  });

  it('name only files that exist', () => {
    const named = /`((?:\.\.?\/|[\w.-]+\/)*[\w.-]+\.(?:ts|mjs|js|sql|ya?ml|graphql))`/g;
    // A name without a folder, as `index.ts`, may be of any of them; what the build makes is not there yet.
    const isThere = (file: string, document: string): boolean =>
      existsSync(file) || isBeside(file, document) || names.has(file) || /^(\*|dist\/)/.test(file);
    expect(inDocuments(named, isThere)).toEqual([]);
  });

  it('name only variables that Cordon reads', () => {
    expect(
      inDocuments(
        /\b(CORDON_[A-Z_]+)\b/g,
        (name) => name in environmentSchema.shape || CLIENT_VARIABLE.test(name),
      ),
    ).toEqual([]);
  });
});

describe('src/README.md', () => {
  it('has every part in its table, in the order of dependency', async () => {
    const map = documents.find(({ path }) => path === 'src/README.md')?.text ?? '';
    const rows = [...map.matchAll(/^\| `(\w+)` +\|/gm)].map(([, part]) => part);
    expect(rows).toEqual((await importRules()).parts);
  });
});

function isNpmCommand(command: string): boolean {
  return command in manifest.scripts || NPM_COMMANDS.has(command);
}

function isBeside(file: string, document: string): boolean {
  return existsSync(join(dirname(document), file));
}

/** Where a document names, in the pattern's first group, something that is not so. */
function inDocuments(pattern: RegExp, isRight: (named: string, document: string) => boolean): string[] {
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)]
      .filter(([, named = '']) => !isRight(named, path))
      .map(([whole]) => `${path}: ${whole} does not exist`),
  );
}
