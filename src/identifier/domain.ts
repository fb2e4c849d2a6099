import { identified } from './build.js';
import { holdsIssuedCardNumber } from './gate/card-number.js';
import { normaliseHost, refang } from './host.js';
import type { Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { defang } from './mask.js';
import { refuse, refuseCardNumber } from './refuse.js';
import { tidy } from './text.js';

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:)?\/\/+/iu;

/**
 * DOMAIN: the host of a web address, lower case, as IDNA 2008 A-labels; scheme, user, port and a leading `www.` taken
 * off, and path, query and fragment dropped unread (product.md, rule 13: the notice URL_PATH_DROPPED tells so).
 *
 * Two keys, both strong: the host, and its registrable domain by the public suffix list with its private section.
 */
export const normaliseDomain: Normalise = (input) => {
  const address = refang(tidy(input.value));
  const hasScheme = SCHEME.test(address);
  const [, authority = '', rest = ''] = /^([^/?#\\]*)(.*)$/su.exec(address.replace(SCHEME, '')) ?? [];
  if (!hasScheme && authority.includes('@')) {
    const message = 'This is an e-mail address: give it as type EMAIL.';
    return refuse('INVALID_FORMAT', message, { suggestion: 'EMAIL' });
  }
  // Of an address all but the host is dropped unread, in what is kept as typed too.
  const typed = authority.replace(/^.*@/su, '').replace(/:\d{0,5}$/u, '');
  const host = normaliseHost(typed);
  if (!host.ok) return host;

  const { name, registrable } = host.value;
  if (holdsIssuedCardNumber(name)) return refuseCardNumber();
  return identified(input, {
    value: name,
    typed,
    strength: 'STRONG',
    display: defang(name),
    keys: [
      identifierKey('DOMAIN_HOST', 'STRONG', null, name),
      identifierKey('DOMAIN_REGISTRABLE', 'STRONG', null, registrable),
    ],
    parts: { registrable },
    notices: /^[/?#\\]*$/u.test(rest) ? [] : ['URL_PATH_DROPPED'],
  });
};
