import { open, readFile, unlink } from 'node:fs/promises';
import { fileError, usageError } from '../cli-error.js';
import { errorCode } from '../error-code.js';
import type { Terminal } from '../terminal.js';

const WAIT_STEP_MS = 50;

/**
 * Runs `work` while holding the lock file `path`, which holds our process id. Waits up to `waitMs` for another holder;
 * the lock of a process that is gone is taken over. Best effort against a holder killed in the same instant: what is
 * written under the lock is written atomically in any case.
 */
export async function withFileLock<T>(
  terminal: Terminal,
  path: string,
  waitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const until = terminal.now() + waitMs;
  while (!(await take(path))) {
    const holder = await holderOf(path);
    if (holder === undefined || !isRunning(holder)) {
      await unlink(path).catch(() => undefined);
      continue;
    }
    if (terminal.now() >= until)
      throw usageError(
        `Another cordon command (process ${holder}) is using ${path.replace(/\.lock$/, '')}. Wait for it to end.`,
      );
    await terminal.sleep(WAIT_STEP_MS);
  }
  try {
    return await work();
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw fileError(path, error);
  }
}

async function holderOf(path: string): Promise<number | undefined> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (/^\d+$/.test(text)) return Number(text);
    // The holder has made the file and not yet written into it.
    await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS));
  }
  return undefined;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
