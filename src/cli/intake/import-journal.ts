import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { mkdir, readFile, unlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileError } from '../cli-error.js';
import type { Terminal } from '../terminal.js';

/** What one import is: the same file sent to the same service by the same caller goes on where it stopped. */
export interface ImportIdentity {
  readonly url: string;
  readonly caller: string;
  readonly path: string;
}

const LINE = /^[0-9a-f]{32}$/;

/**
 * The rows that the service has taken, while an import is under way, so that a repeated command sends the rest. One
 * line per row, a digest of what was sent: a row changed meanwhile is sent again, and nothing of a report stands in the
 * file. It only saves time: the service itself takes a report with the same client reference and content once.
 */
export class ImportJournal {
  private constructor(
    private readonly path: string,
    private readonly handle: number,
    private readonly taken: Set<string>,
  ) {}

  static async open(terminal: Terminal, identity: ImportIdentity, resume: boolean): Promise<ImportJournal> {
    const folder = join(
      terminal.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'),
      'cordon',
      'imports',
    );
    const path = join(folder, digestOf([identity.url, identity.caller, identity.path]));
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const text = resume ? await readFile(path, 'utf8').catch(() => '') : '';
      // A line that a kill has cut short is no digest, and its row is sent again.
      const taken = new Set(text.split('\n').filter((line) => LINE.test(line)));
      const handle = openSync(path, resume ? 'a' : 'w', 0o600);
      if (text !== '' && !text.endsWith('\n')) appendFileSync(handle, '\n');
      return new ImportJournal(path, handle, taken);
    } catch (error) {
      throw fileError(path, error);
    }
  }

  /** Rows taken by an earlier run that did not finish. */
  get size(): number {
    return this.taken.size;
  }

  has(digest: string): boolean {
    return this.taken.has(digest);
  }

  /** Written at once: a kill after this line loses nothing. */
  add(digest: string): void {
    appendFileSync(this.handle, `${digest}\n`);
  }

  /** Ends the journal: removed when the import is finished, kept for the next run when it is not. */
  async close(finished: boolean): Promise<void> {
    closeSync(this.handle);
    if (finished) await unlink(this.path).catch(() => undefined);
  }
}

/** A digest of plain data: equal for equal data. 32 hex digits. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
