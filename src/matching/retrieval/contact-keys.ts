import type { RetrievableIdentifier } from './name-tokens.js';
import { retrievalKey, type RetrievalKey } from './retrieval-key.js';

/** As many last digits are dialled within a town in most numbering plans. */
const LOCAL_DIGITS = 7;
const MAILBOX_LENGTH_MIN = 4;

/** The keys of a telephone number without its country and area, of a mailbox without its host, and of a host's name. */
export function contactKeys({ type, value, parts }: RetrievableIdentifier): readonly RetrievalKey[] {
  if (type === 'PHONE') return localDigitsKeys(value);
  if (type === 'EMAIL') {
    const mailbox = value.slice(0, value.lastIndexOf('@')).replace(/[^a-z0-9]/g, '');
    return mailbox.length < MAILBOX_LENGTH_MIN ? [] : [retrievalKey('MAILBOX', mailbox)];
  }
  if (type === 'DOMAIN') return hostNameKeys(parts?.['registrable'] ?? value);
  return [];
}

/** The key of a telephone number by its last digits; none where there are fewer. Also of one in no country's plan. */
export function localDigitsKeys(number: string): readonly RetrievalKey[] {
  const digits = number.replace(/\D/g, '');
  return digits.length < LOCAL_DIGITS ? [] : [retrievalKey('PHONE_END', digits.slice(-LOCAL_DIGITS))];
}

/** A host is often the name without spaces: `nomu-imports.example` is found by `NOMU IMPORTS`, and the other way round. */
function hostNameKeys(registrable: string): readonly RetrievalKey[] {
  const name = (registrable.split('.')[0] ?? '').replace(/[^a-z0-9]/g, '').toUpperCase();
  return name.length < MAILBOX_LENGTH_MIN ? [] : [retrievalKey('NAME_WHOLE', name)];
}
