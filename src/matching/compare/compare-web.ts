import { isSharedMailProvider } from '../../identifier/index.js';
import type { DescribedIdentifier } from '../description.js';
import { editDistance, isTypo } from './edit-distance.js';
import type { LevelOf } from './levels.js';

/** A host prepared for comparing: a web site's, or the part of an e-mail address behind its at sign. */
export interface HostForm {
  readonly name: string;
  readonly registrable: string;
  /** The registrable domain without its public suffix: `nomu` of `nomu.example`. */
  readonly label: string;
  /** It is the domain of an e-mail address. */
  readonly ofMail: boolean;
}

/** An e-mail address prepared for comparing. */
export interface EmailForm {
  readonly address: string;
  readonly mailbox: string;
  readonly domain: string;
  /** Unrelated people have mailboxes at the domain: it says nothing by itself. */
  readonly isShared: boolean;
}

/** Shorter ones are the initials of many: `info`, `js`. */
const MAILBOX_LENGTH_MIN = 5;
const LABEL_LENGTH_MIN = 4;

export function hostForm(name: string, registrable: string, ofMail = false): HostForm {
  return { name, registrable, label: registrable.split('.')[0] ?? registrable, ofMail };
}

export function emailForm({ value }: Pick<DescribedIdentifier, 'value'>): EmailForm {
  const at = value.lastIndexOf('@');
  const domain = value.slice(at + 1);
  return {
    address: value,
    mailbox: value.slice(0, Math.max(at, 0)).replace(/[._+-]/g, ''),
    domain,
    isShared: isSharedMailProvider(domain),
  };
}

/** Compares two hosts (levels.ts, HOST). Pure and symmetric. */
export function compareHosts(a: HostForm, b: HostForm): LevelOf<'HOST'> {
  if (a.ofMail !== b.ofMail) return a.registrable === b.registrable ? 'MAIL' : 'OTHER';
  if (a.name === b.name) return 'SAME';
  if (a.registrable === b.registrable) return 'PART';
  if (a.label === b.label) return 'SUFFIX';
  const short = Math.min(a.label.length, b.label.length);
  if (short < LABEL_LENGTH_MIN) return 'OTHER';
  return isTypo(a.label, b.label) || a.label.includes(b.label) || b.label.includes(a.label)
    ? 'NEAR'
    : 'OTHER';
}

/** Compares two e-mail addresses (levels.ts, EMAIL). Pure and symmetric. */
export function compareEmails(a: EmailForm, b: EmailForm): LevelOf<'EMAIL'> {
  if (a.address === b.address) return 'SAME';
  if (a.mailbox === b.mailbox && a.domain === b.domain) return 'NEAR';
  const isLong = Math.min(a.mailbox.length, b.mailbox.length) >= MAILBOX_LENGTH_MIN;
  if (isLong && editDistance(a.address, b.address, 2) <= 2) return 'NEAR';
  if (a.domain === b.domain && !a.isShared) return 'DOMAIN';
  return a.mailbox === b.mailbox && isLong ? 'MAILBOX' : 'OTHER';
}
