import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes files, given by path and content, below a new temporary folder, and gives the folder. */
export async function writeTree(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'cordon-tree-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
