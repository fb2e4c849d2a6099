import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { parseJson } from '../../common/parse-json.js';
import { fileError, usageError } from '../cli-error.js';
import { errorCode } from '../error-code.js';
import { writeAtomically } from '../write-atomically.js';

const place = z.object({
  version: z.literal(1),
  /** What is followed: the service, the caller and the choice. Another caller, or another choice, sees another feed. */
  feed: z.string(),
  cursor: z.string().nullable(),
  /** How long the file is up to the cursor. */
  bytes: z.int().nonnegative(),
});

type Place = z.infer<typeof place>;

/**
 * A file that follows the feed, with its place in it kept beside it in `FILE.cursor`. Changes are written and flushed
 * first, and only then is the place moved on, atomically. So whatever stands in the file behind the stored place, a torn
 * last line included, is cut off at the next start and asked for again: nothing is skipped and nothing stands twice.
 */
export class ChangesFile {
  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private at: Place,
  ) {}

  static async open(path: string, feed: string, restart: boolean): Promise<ChangesFile> {
    const at = (restart ? undefined : await readPlace(path, feed)) ?? {
      version: 1,
      feed,
      cursor: null,
      bytes: 0,
    };
    const length = await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
    if (at.cursor === null && length > 0 && !restart)
      throw usageError(
        `${path} exists and does not come from this feed. Name another file, or use --restart to replace it.`,
      );
    if (length < at.bytes)
      throw usageError(
        `${path} is gone or shorter than it was: changes would be missing. Use --restart to pull all of them again.`,
      );
    try {
      const file = await open(path, at.bytes === 0 ? 'w' : 'r+', 0o600);
      await file.truncate(at.bytes);
      return new ChangesFile(path, file, at);
    } catch (error) {
      throw fileError(path, error);
    }
  }

  get cursor(): string | null {
    return this.at.cursor;
  }

  /** Adds changes, one JSON object per line, and moves the place behind them. */
  async append(changes: readonly unknown[], cursor: string | null): Promise<void> {
    if (changes.length === 0 && cursor === this.at.cursor) return;
    const bytes = Buffer.from(changes.map((change) => `${JSON.stringify(change)}\n`).join(''));
    await this.file.write(bytes, 0, bytes.length, this.at.bytes);
    await this.file.sync();
    this.at = { ...this.at, cursor, bytes: this.at.bytes + bytes.length };
    await writeAtomically(`${this.path}.cursor`, `${JSON.stringify(this.at)}\n`);
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

async function readPlace(path: string, feed: string): Promise<Place | undefined> {
  const cursorPath = `${path}.cursor`;
  let text: string;
  try {
    text = await readFile(cursorPath, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileError(cursorPath, error);
  }
  const parsed = place.safeParse(parseJson(text));
  if (!parsed.success) throw usageError(`${cursorPath} is damaged. Use --restart to pull all changes again.`);
  if (parsed.data.feed !== feed)
    throw usageError(
      `${path} follows another feed: of another service or caller, or of other kinds. Name another file, or use --restart.`,
    );
  return parsed.data;
}
