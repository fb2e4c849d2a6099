import providers from 'email-providers';

/** How a provider reads the part before the at sign. */
interface MailboxRule {
  /** The name under which all of the provider's interchangeable domains are compared. */
  readonly domain: string;
  readonly ignoresDots: boolean;
}

const RULES: readonly (MailboxRule & { readonly domains: readonly string[] })[] = [
  { domain: 'gmail.com', domains: ['gmail.com', 'googlemail.com'], ignoresDots: true },
  {
    domain: 'proton.me',
    domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
    ignoresDots: true,
  },
  {
    domain: 'yandex.ru',
    domains: ['yandex.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'yandex.ua', 'ya.ru'],
    ignoresDots: false,
  },
];

/** Providers that ignore `+tag`, each of whose domains is a name space of its own. */
const PLUS_TAG_DOMAINS = [
  ...[
    'outlook.com',
    'hotmail.com',
    'hotmail.co.uk',
    'live.com',
    'msn.com',
    'icloud.com',
    'me.com',
    'mac.com',
  ],
  ...[
    'fastmail.com',
    'fastmail.fm',
    'zoho.com',
    'mailbox.org',
    'posteo.de',
    'tutanota.com',
    'gmx.com',
    'hey.com',
  ],
];

const RULE_BY_DOMAIN: ReadonlyMap<string, MailboxRule> = new Map([
  ...RULES.flatMap(({ domains, ...rule }) => domains.map((domain): [string, MailboxRule] => [domain, rule])),
  ...PLUS_TAG_DOMAINS.map((domain): [string, MailboxRule] => [domain, { domain, ignoresDots: false }]),
]);

const SHARED: ReadonlySet<string> = new Set([...providers, ...RULE_BY_DOMAIN.keys()]);

/** Whether unrelated people have mailboxes at this domain. */
export function isSharedMailProvider(domain: string): boolean {
  return SHARED.has(domain);
}

/**
 * The address as its provider delivers it: without the dots and the `+tag` that it ignores, under its main domain.
 * Undefined where nothing is known of the provider: there `a.b@` and `ab@` may be two people.
 */
export function canonicalMailbox(local: string, domain: string): string | undefined {
  const rule = RULE_BY_DOMAIN.get(domain);
  if (!rule) return undefined;
  const untagged = local.replace(/(?<=.)\+.*$/su, '');
  const plain = rule.ignoresDots ? untagged.replaceAll('.', '') : untagged;
  return `${plain}@${rule.domain}`;
}
