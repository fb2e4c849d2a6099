import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CliError, fileError, usageError } from '../cli-error.js';
import type { Terminal } from '../terminal.js';
import { type DetectedEncoding, encodingOfStart, foreignFormat, guessEncoding } from './detect-encoding.js';

/** What comes by standard input is held in memory, for it is read twice. */
const STDIN_BYTES_MAX = 256 * 1024 * 1024;
const SAMPLE_BYTES = 64 * 1024;

/** The name of standard input. */
export const STDIN = '-';

/** An input file: its bytes may be read more than once. */
export interface InputFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Its first bytes, at most SAMPLE_BYTES. */
  readonly start: Buffer;
  open(): Readable;
}

/** Opens a file or standard input, or says what is wrong with it. */
export async function openInput(terminal: Terminal, path: string): Promise<InputFile> {
  const file = path === STDIN ? await readStdin(terminal.stdin) : await openFile(path);
  if (file.sizeBytes === 0)
    throw usageError(`${file.name} is empty. It needs a line of column names and rows.`);
  const foreign = foreignFormat(file.start);
  if (foreign !== undefined) throw usageError(`${file.name} is ${foreign}.`);
  if (encodingOfStart(file.start) === undefined && file.start.includes(0))
    throw usageError(`${file.name} is not a text file. Give a CSV or JSONL file.`);
  return file;
}

/**
 * Finds the encoding of a whole file: UTF-8 and UTF-16 by proof, which takes one pass over it, else the likeliest from
 * the lines around the first byte that is not UTF-8.
 */
export async function detectEncoding(file: InputFile): Promise<DetectedEncoding> {
  const proven = encodingOfStart(file.start);
  if (proven !== undefined) return { encoding: proven, certain: true };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let before: Buffer = Buffer.alloc(0);
  for await (const chunk of file.open() as AsyncIterable<Buffer>) {
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return guessEncoding(Buffer.concat([before, chunk]));
    }
    before = chunk;
  }
  try {
    decoder.decode();
  } catch {
    return guessEncoding(before);
  }
  return { encoding: 'utf-8', certain: true };
}

async function openFile(path: string): Promise<InputFile> {
  try {
    const handle = await open(path, 'r');
    try {
      const status = await handle.stat();
      if (status.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
      if (!status.isFile()) throw usageError(`${path} is not an ordinary file. Use - to read from a pipe.`);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
      return {
        name: path,
        sizeBytes: status.size,
        start: buffer.subarray(0, bytesRead),
        open: () => createReadStream(path, { highWaterMark: SAMPLE_BYTES }),
      };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof CliError ? error : fileError(path, error);
  }
}

async function readStdin(stdin: Readable): Promise<InputFile> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > STDIN_BYTES_MAX)
      throw usageError('Standard input holds more than 256 MiB. Put it into a file and name the file.');
    chunks.push(chunk);
  }
  const all = Buffer.concat(chunks);
  return {
    name: 'standard input',
    sizeBytes: size,
    start: all.subarray(0, SAMPLE_BYTES),
    open: () => Readable.from(parts(all), { objectMode: false }),
  };
}

function* parts(all: Buffer): Generator<Buffer> {
  for (let at = 0; at < all.length; at += SAMPLE_BYTES) yield all.subarray(at, at + SAMPLE_BYTES);
}
