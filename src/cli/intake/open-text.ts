import iconv from 'iconv-lite';
import { PassThrough, type Readable } from 'node:stream';
import type { InputFile } from './open-input.js';

const LINE_FEED = 0x0a;

/** A file's text, decoded as it is read. Destroying it closes the file. */
export function openText(file: InputFile, encoding: string): Readable {
  const bytes = file.open();
  const decoder = iconv.decodeStream(encoding);
  const text = new PassThrough({ encoding: 'utf8' });
  // Errors do not pass through a pipe by themselves.
  for (const stage of [bytes, decoder]) stage.once('error', (error: Error) => text.destroy(error));
  text.once('close', () => bytes.destroy());
  bytes.pipe(decoder).pipe(text);
  return text;
}

/** How many line ends a file has: for telling how far a reader is. */
export async function countLines(file: InputFile): Promise<number> {
  let lines = 0;
  for await (const chunk of file.open() as AsyncIterable<Buffer>)
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}
