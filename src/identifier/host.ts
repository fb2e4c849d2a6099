import { domainToASCII, domainToUnicode } from 'node:url';

import { parse } from 'tldts';

import { accepted, type Result } from '../common/refusal.js';

import { canonicalIp } from './ip-address.js';
import type { IdentifierRefusalCode } from './identifier.js';
import { refuse } from './refuse.js';
import { tidy } from './text.js';

/** A host by name, and the part of it that somebody registered. */
export interface Host {
  /** IDNA 2008 A-labels, lower case, without a leading `www.`. */
  readonly name: string;
  /** The public suffix and one label; private suffixes count, so `shop.github.io` is its customer's. */
  readonly registrable: string;
}

const HOST_LENGTH_MAX = 253;
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** Writes such as `shop[.]example`, `shop(dot)example` and `hxxps://` as what they stand for. */
export function refang(text: string): string {
  return text
    .replace(/\s*(?:\[(?:\.|dot)\]|\((?:\.|dot)\)|\{(?:\.|dot)\})\s*/giu, '.')
    .replace(/\[(:|:\/\/)\]/gu, '$1')
    .replace(/\[\/\/?\]/gu, '//')
    .replace(/\[(?:@|at)\]|\((?:@|at)\)/giu, '@')
    .replace(/^(?:hxxp|h\*\*p|meow)(?=s?:)/iu, 'http');
}

/**
 * A host name in its normal form. `text` is the bare host: no scheme, port or path.
 *
 * Refused: INVALID_FORMAT, INVALID_LENGTH, PUBLIC_SUFFIX; an IP address is refused with the type to give it as.
 */
export function normaliseHost(text: string): Result<Host, IdentifierRefusalCode> {
  const typed = tidy(text).replace(/[.。]+$/u, '');
  if (typed === '' || /[\s%<>"^`{|}\\/?#@:]/u.test(typed.replace(/^\[[0-9a-f:.]+\]$/iu, ''))) {
    return refuse('INVALID_FORMAT', 'This is no host name, such as shop.example.');
  }
  const ascii = domainToASCII(typed).toLowerCase();
  if (canonicalIp(typed) !== undefined || canonicalIp(ascii) !== undefined) {
    const message = 'This is an IP address: give it as type IP_ADDRESS.';
    return refuse('INVALID_FORMAT', message, { suggestion: 'IP_ADDRESS' });
  }
  const labels = ascii.split('.');
  if (!labels.every((label) => LABEL.test(label)) || !isIdna(ascii)) {
    const message =
      'This is no host name: its labels have 1 to 63 letters, digits and hyphens, and a dot stands between them.';
    return refuse('INVALID_FORMAT', message);
  }
  if (ascii.length > HOST_LENGTH_MAX) {
    return refuse('INVALID_LENGTH', `A host name has at most ${HOST_LENGTH_MAX} characters.`);
  }
  return withRegistrable(ascii);
}

/** Whether every `xn--` label stands for something else than itself, and for nothing that has another spelling. */
function isIdna(ascii: string): boolean {
  const unicode = domainToUnicode(ascii);
  return !/(?:^|\.)xn--/u.test(unicode) && domainToASCII(unicode) === ascii;
}

function withRegistrable(ascii: string): Result<Host, IdentifierRefusalCode> {
  // `www.` under a public suffix is the platform's own page, and no more a merchant's than the suffix itself.
  const name = ascii.replace(/^(?:www\.)+(?=[^.]+\.)/u, '');
  const { domain, publicSuffix, isIcann, isPrivate } = parse(name, { allowPrivateDomains: true });
  if (domain !== null) return accepted({ name, registrable: domain });
  if (publicSuffix !== null && (isIcann === true || isPrivate === true)) {
    const message = `Anyone can have a name under ${publicSuffix}: give the whole host, such as shop.${publicSuffix}.`;
    return refuse('PUBLIC_SUFFIX', message);
  }
  return refuse(
    'INVALID_FORMAT',
    'A host name on the internet has at least two labels, such as shop.example.',
  );
}
