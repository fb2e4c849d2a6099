import type { IncomingMessage } from 'node:http';

import { OutboundError } from './outbound-error.js';

/** What is taken of an answer. */
export interface BodyLimits {
  readonly bytesMax: number;
  /** Media types without parameters, in lower case. */
  readonly mediaTypes: readonly string[];
}

/**
 * Reads the body of an answer that keeps the limits. A body is of a media type that was asked for, and comes as it is:
 * a compressed one could be a thousand times larger than what was counted.
 *
 * @throws OutboundError WRONG_TYPE, TOO_LARGE
 */
export async function readBody(answer: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const { 'content-encoding': encoding = 'identity', 'content-length': announced } = answer.headers;
  if (encoding.toLowerCase() !== 'identity') throw wrongType(`the encoding ${shown(encoding)}`);
  if (announced !== undefined && Number(announced) > limits.bytesMax) throw tooLarge(limits);

  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limits.bytesMax) throw tooLarge(limits);
    chunks.push(chunk);
  }
  if (bytes > 0) {
    const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!limits.mediaTypes.includes(type)) throw wrongType(`the type ${shown(type)}`);
  }
  return Buffer.concat(chunks);
}

function tooLarge({ bytesMax }: BodyLimits): OutboundError {
  return new OutboundError('TOO_LARGE', `The answer is larger than ${bytesMax} bytes.`);
}

function wrongType(what: string): OutboundError {
  return new OutboundError('WRONG_TYPE', `The answer has ${what}, which was not asked for.`);
}

/** A header's value as it may stand in a log. */
function shown(value: string): string {
  return /^[a-z0-9.+/, -]{1,80}$/i.test(value) ? value : '(unprintable)';
}
