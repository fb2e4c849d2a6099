import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders and files of a checkout that git does not have: see .gitignore. */
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'coverage', '.data', 'out', '.env']);

/** One text file of the project. */
export interface ProjectFile {
  /** From the top of the project, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every text file of the project, in order of path. */
export async function projectFiles(): Promise<ProjectFile[]> {
  const files = await Promise.all(
    (await pathsBelow('')).map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
  );
  return files.filter(({ text }) => !text.includes('\0'));
}

async function pathsBelow(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of (await readdir(join('.', folder), { withFileTypes: true })).sort(byName)) {
    if (NOT_OURS.has(entry.name) || entry.name.endsWith('.log')) continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...(await pathsBelow(path)));
    else if (entry.isFile()) paths.push(path);
  }
  return paths;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
