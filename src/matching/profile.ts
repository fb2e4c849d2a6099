import type { IdentifierKey } from '../identifier/index.js';
import { addressForm, type AddressForm } from './compare/address-form.js';
import type { Birth } from './compare/compare-birth.js';
import { phoneForm, type PhoneForm } from './compare/compare-phones.js';
import { emailForm, hostForm, type EmailForm, type HostForm } from './compare/compare-web.js';
import type { DescribedIdentifier } from './description.js';
import { keyMeaning } from './link-keys.js';
import { nameForm, type NameForm, nameForms } from './name/name-form.js';
import { unplacedForm } from './compare/unplaced-name.js';
import { personForm, type PersonForm } from './name/person-form.js';

/** What is compared of one side, prepared once: a description, a cluster, a screened subject or a listed merchant as seen. */
export interface Profile {
  /** Legal and trade names together: the one is often used as the other. */
  readonly names: readonly ProfileName[];
  /** The merchant's part of descriptors: names cut short. */
  readonly descriptors: readonly NameForm[];
  readonly persons: readonly ProfilePerson[];
  readonly addresses: readonly AddressForm[];
  readonly phones: readonly PhoneForm[];
  /** Hosts of web sites, and those of mail where it is the merchant's own. */
  readonly hosts: readonly HostForm[];
  readonly emails: readonly EmailForm[];
  /** Identifiers that are equal or not, by the fact they state (link-keys.ts). */
  readonly identifiers: ReadonlyMap<string, IdentifierFact>;
  /** ISO 3166-1 alpha-2, of the merchant and of its addresses. */
  readonly countries: ReadonlySet<string>;
}

/** A name as given, and without the town or street of the merchant's own address, where that stands at its end. */
export interface ProfileName {
  readonly form: NameForm;
  readonly unplaced: NameForm | undefined;
}

/** A principal: the name with what else tells two persons of one name apart. */
export interface ProfilePerson extends Birth {
  readonly name: PersonForm;
}

/** All values of one fact. */
export interface IdentifierFact {
  readonly keys: ReadonlyMap<string, IdentifierKey>;
  /** The values themselves, for numbers that may be mistyped. */
  readonly values: ReadonlySet<string>;
  /** Values of which a merchant has one only, by `exclusiveWithin`. */
  readonly exclusives: ReadonlyMap<string, ReadonlySet<string>>;
}

interface GrowingFact {
  readonly keys: Map<string, IdentifierKey>;
  readonly values: Set<string>;
  readonly exclusives: Map<string, Set<string>>;
}

/**
 * Prepares a side for scoring (score/score-pair.ts). `countries` are what is known beside the identifiers; those of the
 * addresses are added. Values given twice count once, so that the profile of a cluster is that of its values.
 *
 * Pure.
 */
export function profileOf(
  identifiers: readonly DescribedIdentifier[],
  countries: Iterable<string> = [],
): Profile {
  const names = new Map<string, NameForm>();
  const descriptors = new Map<string, NameForm>();
  const persons = new Map<string, ProfilePerson>();
  const addresses = new Map<string, AddressForm>();
  const phones = new Map<string, PhoneForm>();
  const hosts = new Map<string, HostForm>();
  const emails = new Map<string, EmailForm>();
  const facts = new Map<string, GrowingFact>();
  const where = new Set(countries);

  for (const identifier of identifiers) {
    const { type, value, parts = {} } = identifier;
    switch (type) {
      case 'LEGAL_NAME':
      case 'TRADE_NAME':
        addNames(names, identifier);
        break;
      case 'DESCRIPTOR':
        if (!descriptors.has(value)) descriptors.set(value, nameForm(identifier));
        break;
      case 'PERSON': {
        const year = parts['birthYear'] ?? '';
        const date = parts['birthDate'] ?? '';
        const identity = `${value}|${year}|${date}`;
        if (!persons.has(identity)) persons.set(identity, { name: personForm(identifier), year, date });
        break;
      }
      case 'ADDRESS': {
        const form = addressForm(identifier);
        addresses.set(JSON.stringify([value, form.country, form.postcode, form.city]), form);
        if (form.country !== '') where.add(form.country);
        break;
      }
      case 'PHONE':
        phones.set(value, phoneForm(identifier));
        break;
      case 'DOMAIN':
        hosts.set(value, hostForm(value, parts['registrable'] ?? value));
        break;
      case 'EMAIL': {
        const form = emailForm(identifier);
        emails.set(value, form);
        if (!form.isShared && !hosts.has(`@${form.domain}`))
          hosts.set(`@${form.domain}`, hostForm(form.domain, parts['registrable'] ?? form.domain, true));
        break;
      }
      default:
        addFact(facts, identifier);
    }
  }
  return {
    names: [...names.values()].map((form) => ({ form, unplaced: unplacedForm(form, addresses.values()) })),
    descriptors: [...descriptors.values()],
    persons: [...persons.values()],
    addresses: [...addresses.values()],
    phones: [...phones.values()],
    hosts: [...hosts.values()],
    emails: [...emails.values()],
    identifiers: facts,
    countries: where,
  };
}

/** A name in its own script is another form than the same name in Latin: signs tell more than their sound. */
function addNames(names: Map<string, NameForm>, identifier: DescribedIdentifier): void {
  const written = `${identifier.value}|${identifier.parts?.['native'] ?? ''}`;
  if (names.has(written)) return;
  const [whole, ...within] = nameForms(identifier);
  if (whole !== undefined) names.set(written, whole);
  for (const form of within) names.set(form.text, form);
}

function addFact(facts: Map<string, GrowingFact>, identifier: DescribedIdentifier): void {
  const [first] = identifier.keys;
  if (first === undefined) return;
  const { fact: name } = keyMeaning(first.kind);
  let fact = facts.get(name);
  if (fact === undefined) {
    fact = { keys: new Map(), values: new Set(), exclusives: new Map() };
    facts.set(name, fact);
  }
  for (const key of identifier.keys) fact.keys.set(key.hash, key);
  fact.values.add(identifier.value);
  if (identifier.exclusiveWithin === null) return;
  const values = fact.exclusives.get(identifier.exclusiveWithin);
  if (values === undefined) fact.exclusives.set(identifier.exclusiveWithin, new Set([first.hash]));
  else values.add(first.hash);
}
