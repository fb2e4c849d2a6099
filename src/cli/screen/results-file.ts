import { stringify } from 'csv-stringify/sync';
import { open, type FileHandle, readFile, rename, unlink } from 'node:fs/promises';
import { fileError } from '../cli-error.js';
import { digestOf } from '../intake/import-journal.js';
import { writeAtomically } from '../write-atomically.js';
import { RESULT_COLUMNS } from './describe-screening.js';

interface State {
  readonly question: string;
  /** Rows of the input that are answered in the file. */
  readonly rows: number;
  readonly bytes: number;
  readonly matches: number;
  readonly refused: number;
}

/**
 * The results of screening a file, written beside its final name and moved there at the end. After each batch the state
 * is stored, so that the same command goes on behind the last batch that was written whole.
 */
export class ResultsFile {
  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
    private state: State,
  ) {}

  /** `question` is what is asked: the file and its size, the purpose, the service. Another question starts anew. */
  static async open(path: string, question: unknown): Promise<ResultsFile> {
    const digest = digestOf(question);
    const before = await readState(`${path}.state`, digest);
    try {
      const file = await open(`${path}.part`, before === undefined ? 'w' : 'r+', 0o600);
      const results = new ResultsFile(
        path,
        file,
        before ?? { question: digest, rows: 0, bytes: 0, matches: 0, refused: 0 },
      );
      if (before === undefined) await results.append(csv([RESULT_COLUMNS]));
      // What stands behind the stored state was written by a batch that did not end: it is asked again.
      else await file.truncate(before.bytes);
      return results;
    } catch (error) {
      throw fileError(`${path}.part`, error);
    }
  }

  /** Rows of the input that an interrupted run has answered. */
  get rowsDone(): number {
    return this.state.rows;
  }

  get matches(): number {
    return this.state.matches;
  }

  get refused(): number {
    return this.state.refused;
  }

  /** Adds a batch, and then says that it is there. */
  async addBatch(
    lines: readonly (readonly string[])[],
    batch: { readonly rows: number; readonly matches: number; readonly refused: number },
  ): Promise<void> {
    await this.append(csv(lines));
    this.state = {
      ...this.state,
      rows: this.state.rows + batch.rows,
      matches: this.state.matches + batch.matches,
      refused: this.state.refused + batch.refused,
    };
    await writeAtomically(`${this.path}.state`, JSON.stringify(this.state));
  }

  async finish(): Promise<void> {
    await this.file.close();
    try {
      await rename(`${this.path}.part`, this.path);
    } catch (error) {
      throw fileError(this.path, error);
    }
    await unlink(`${this.path}.state`).catch(() => undefined);
  }

  /** Leaves the part and its state for the next run. */
  async leave(): Promise<void> {
    await this.file.close();
  }

  private async append(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.file.write(bytes, 0, bytes.length, this.state.bytes);
    await this.file.sync();
    this.state = { ...this.state, bytes: this.state.bytes + bytes.length };
  }
}

async function readState(path: string, question: string): Promise<State | undefined> {
  try {
    const state = JSON.parse(await readFile(path, 'utf8')) as State;
    return state.question === question ? state : undefined;
  } catch {
    return undefined;
  }
}

function csv(lines: readonly (readonly string[])[]): string {
  return stringify(
    lines.map((line) => [...line]),
    { escape_formulas: true },
  );
}
