import { basename } from 'node:path';
import { homedir } from 'node:os';

import { migrations } from '../../migrations/index.js';
import { LINE_RULES } from './line-rules.js';
import { projectFiles, type ProjectFile } from './project-files.js';

/** A longer file holds more than one thing. A spec may be longer: a table of cases is one thing. */
const LINES_MAX = 400;

/** What a file is to the framework, as the last word of its name. A rule of the field has none. */
const ROLES = new Set([
  ...['module', 'service', 'repository', 'entity', 'statements', 'consumer', 'consumers'],
  ...['resolver', 'controller', 'route', 'guard', 'filter', 'pipe', 'strategy', 'decorator'],
  ...['type', 'types', 'input', 'inputs', 'payload', 'payloads', 'args', 'enums', 'scalar', 'rule'],
  ...['command', 'commands', 'property', 'spec', 'd', 'config'],
]);

/** These name what they forbid. */
const RULES_THEMSELVES = 'test/style/line-rules.ts';

let files: readonly ProjectFile[];
beforeAll(async () => {
  files = await projectFiles();
});

describe('every line', () => {
  it.each(LINE_RULES)('is without $name', ({ pattern, files: chosen, instead }) => {
    const found = files
      .filter(({ path }) => chosen.test(path) && path !== RULES_THEMSELVES && path !== 'package-lock.json')
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
      );
    expect(found.map((place) => `${place}\n    ${instead}`)).toEqual([]);
  });

  it.each(LINE_RULES)('is searched well for $name', ({ pattern, finds, leaves }) => {
    expect(finds.filter((line) => !pattern.test(line))).toEqual([]);
    expect(leaves.filter((line) => pattern.test(line))).toEqual([]);
  });

  it('is without the folder that the project happens to be in', () => {
    // A folder directly below the root, as in a container, has too common a name to look for.
    const here = [process.cwd(), homedir()].filter((path) => path.split(/[/\\]/).length > 2);
    expect(
      files
        .filter(({ text }) => here.some((path) => text.includes(path)))
        .map(({ path }) => `${path}: give the path from the top of the project`),
    ).toEqual([]);
  });
});

describe('every source file', () => {
  const sources = (): ProjectFile[] =>
    files.filter(({ path }) => /^(src|test|bench|migrations)\/.*\.(ts|js)$/.test(path));

  it(`has at most ${LINES_MAX} lines`, () => {
    expect(
      sources()
        .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
        .filter(({ path, lines }) => lines > LINES_MAX && !path.endsWith('.spec.ts'))
        .map(({ path, lines }) => `${path} has ${lines}: a rule in it wants a file of its own`),
    ).toEqual([]);
  });

  it('is named in kebab-case with its role last', () => {
    expect(
      sources()
        .filter(({ path }) => !isWellNamed(basename(path)))
        .map(
          ({ path }) => `${path}: kebab-case, then one of ${[...ROLES].join(', ')}, or no role for a rule`,
        ),
    ).toEqual([]);
  });
});

function isWellNamed(name: string): boolean {
  const [subject = '', ...roles] = name.split('.').slice(0, -1);
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(subject) && roles.every((role) => ROLES.has(role));
}

describe('every migration', () => {
  it('is in migrations/index.ts, in order and under the name of its file', () => {
    const subjects = files
      .flatMap(({ path }) => /^migrations\/(\d{4})-([a-z0-9-]+)\.ts$/.exec(path) ?? [])
      .filter((_, index) => index % 3 === 2);
    expect(migrations.map(({ name }) => name.replace(/\d{13}$/, ''))).toEqual(subjects.map(pascalCase));
  });

  it('has a later number and a later timestamp than the one before', () => {
    const numbers = files.flatMap(({ path }) => /^migrations\/(\d{4})-/.exec(path)?.[1] ?? []);
    expect(numbers).toEqual([...new Set(numbers)].toSorted());
    const timestamps = migrations.map(({ name }) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(timestamps).toEqual(timestamps.toSorted((a, b) => a - b));
    expect(new Set(timestamps).size).toBe(migrations.length);
  });
});

function pascalCase(subject: string): string {
  return subject.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase());
}
