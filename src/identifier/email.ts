import { identified } from './build.js';
import { holdsIssuedCardNumber } from './gate/card-number.js';
import { normaliseHost, refang } from './host.js';
import type { Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { canonicalMailbox, isSharedMailProvider } from './mail-providers.js';
import { defang } from './mask.js';
import { refuse, refuseCardNumber } from './refuse.js';
import { tidy } from './text.js';

/** RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3. */
const LOCAL_LENGTH_MAX = 64;
const EMAIL_LENGTH_MAX = 254;

/** Characters of an unquoted local part (RFC 5322 `atext`, with the letters and digits of every script by RFC 6531). */
const LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/** Names of an office rather than of a person: at a provider open to all they say nothing of who holds them. */
const ROLE_NAMES = new Set(
  `abuse accounting accounts admin administrator billing booking bookings compliance contact customerservice
  enquiries finance hello help helpdesk hi hr info information inquiries invoice invoices jobs kontakt legal mail
  marketing media merchant noreply no-reply office online order orders payment payments paypal postmaster press
  privacy reception returns root sales security service services shop store support team web webmaster`.split(
    /\s+/,
  ),
);

/**
 * EMAIL: lower case, IDNA domain. Strong; weak when the name is an office's (`info@`) and the domain belongs to a
 * provider open to all. A second key has the address as its provider delivers it, where that is known.
 */
export const normaliseEmail: Normalise = (input) => {
  const typed = refang(tidy(input.value)).replace(/^mailto:/iu, '');
  const [, bracketed] = /<([^<>\s]+@[^<>\s]+)>$/u.exec(typed) ?? [];
  if (bracketed !== undefined) {
    return refuse('INVALID_FORMAT', 'Give the address alone, without the name before it.', {
      suggestion: bracketed,
    });
  }
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, Math.max(at, 0)).toLowerCase().normalize('NFKC');
  if (at < 0) return refuse('INVALID_FORMAT', 'An e-mail address has an @ between its name and its host.');
  if (!LOCAL.test(local)) {
    return refuse(
      'INVALID_FORMAT',
      'The part before the @ holds what an e-mail address cannot have. Copy it again.',
    );
  }
  const host = normaliseHost(typed.slice(at + 1));
  if (!host.ok)
    return refuse(host.refusals[0]?.code ?? 'INVALID_FORMAT', mailHostMessage(host.refusals[0]?.code));

  // A mailbox at `www.shop.example` is not one at `shop.example`, but nobody has such a mailbox.
  const value = `${local}@${host.value.name}`;
  if (local.length > LOCAL_LENGTH_MAX || value.length > EMAIL_LENGTH_MAX) {
    const message = `An e-mail address has at most ${EMAIL_LENGTH_MAX} characters, ${LOCAL_LENGTH_MAX} of them before the @.`;
    return refuse('INVALID_LENGTH', message);
  }
  if (holdsIssuedCardNumber(value)) return refuseCardNumber();
  const isOffice = ROLE_NAMES.has(local.replace(/\+.*$/su, '')) && isSharedMailProvider(host.value.name);
  const strength = isOffice ? 'WEAK' : 'STRONG';
  const canonical = canonicalMailbox(local, host.value.name);
  return identified(input, {
    value,
    strength,
    display: `${local}@${defang(host.value.name)}`,
    keys: [
      identifierKey('EMAIL', strength, null, value),
      ...(canonical === undefined ? [] : [identifierKey('EMAIL_CANONICAL', strength, null, canonical)]),
    ],
    parts: { host: host.value.name, registrable: host.value.registrable },
  });
};

function mailHostMessage(code: string | undefined): string {
  return code === 'PUBLIC_SUFFIX'
    ? 'The part after the @ is a suffix under which anyone can have a name, and no host. Copy the address again.'
    : 'The part after the @ is no host name, such as shop.example. Copy the address again.';
}
