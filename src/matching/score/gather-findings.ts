import type { AddressForm } from '../compare/address-form.js';
import { compareAddresses } from '../compare/compare-address.js';
import { compareBirths } from '../compare/compare-birth.js';
import { compareFacts, type FactLevel } from '../compare/compare-identifier-facts.js';
import { comparePhones, type PhoneForm } from '../compare/compare-phones.js';
import { compareEmails, compareHosts, type EmailForm, type HostForm } from '../compare/compare-web.js';
import type { MatchingModel } from '../model/matching-model.js';
import type { Profile, ProfilePerson } from '../profile.js';
import { bestOf, bestSetOf } from './best-pair.js';
import type { Finding } from './finding.js';
import { descriptorFindings, nameFindings, personNameFindings } from './name-findings.js';
import { commonness, isShared, type HeldKind, type Rarity } from './rarity.js';

/**
 * All that two profiles show, field by field, before it is weighed. Of a field with several values the best pair counts,
 * by the model's weights; what one side lacks makes no finding.
 *
 * Pure and symmetric.
 */
export function gatherFindings(a: Profile, b: Profile, rarity: Rarity, model: MatchingModel): Finding[] {
  return [
    ...bestSetOf(a.names, b.names, (one, other) => nameFindings(one, other, rarity, model), model),
    ...descriptorFindings(a, b, rarity, model),
    ...bestSetOf(a.persons, b.persons, (one, other) => personFindings(one, other, rarity), model),
    ...bestSetOf(a.addresses, b.addresses, (one, other) => addressFindings(one, other, rarity), model),
    ...countryFindings(a, b),
    ...bestOf(a.phones, b.phones, (one, other) => phoneFinding(one, other, rarity), model),
    ...bestOf(a.hosts, b.hosts, (one, other) => hostFinding(one, other, rarity), model),
    ...bestOf(a.emails, b.emails, (one, other) => emailFinding(one, other, rarity), model),
    ...identifierFindings(a, b, rarity),
  ];
}

function phoneFinding(a: PhoneForm, b: PhoneForm, rarity: Rarity): Finding {
  const level = comparePhones(a, b);
  const agrees = level === 'SAME' || level === 'LOCAL';
  return agrees
    ? heldFinding('PHONE', level, rarity, 'PHONE', a.digits, b.digits)
    : { field: 'PHONE', level, amount: 0 };
}

function hostFinding(a: HostForm, b: HostForm, rarity: Rarity): Finding | undefined {
  // What two mailboxes have in common is the e-mail's finding; that one has its mail elsewhere says nothing.
  if (a.ofMail && b.ofMail) return undefined;
  const level = compareHosts(a, b);
  if (level === 'OTHER' && a.ofMail !== b.ofMail) return undefined;
  if (level === 'SAME') return heldFinding('HOST', level, rarity, 'HOST', a.name, b.name);
  return level === 'PART' || level === 'MAIL'
    ? heldFinding('HOST', level, rarity, 'HOST', a.registrable, b.registrable)
    : { field: 'HOST', level, amount: 0 };
}

function emailFinding(a: EmailForm, b: EmailForm, rarity: Rarity): Finding {
  const level = compareEmails(a, b);
  if (level === 'SAME') return heldFinding('EMAIL', level, rarity, 'EMAIL', a.address, b.address);
  return level === 'DOMAIN'
    ? heldFinding('EMAIL', level, rarity, 'HOST', a.domain, b.domain)
    : { field: 'EMAIL', level, amount: 0 };
}

/** A value that agrees, SHARED where more unrelated merchants hold it than may belong to one seller. */
function heldFinding(
  field: string,
  level: string,
  rarity: Rarity,
  kind: HeldKind,
  one: string,
  other: string,
): Finding {
  const isCommon = isShared(rarity, kind, one) || isShared(rarity, kind, other);
  if (isCommon) return { field, level: 'SHARED', amount: 0 };
  const amount = Math.max(commonness(rarity, kind, one), commonness(rarity, kind, other));
  return { field, level, amount };
}

function personFindings(a: ProfilePerson, b: ProfilePerson, rarity: Rarity): readonly Finding[] {
  const birth = compareBirths(a, b);
  const name = personNameFindings(a.name, b.name, rarity);
  return birth === undefined ? name : [...name, { field: 'BIRTH', level: birth, amount: 0 }];
}

function addressFindings(a: AddressForm, b: AddressForm, rarity: Rarity): readonly Finding[] {
  const compared = compareAddresses(a, b);
  return Object.entries(compared).map(([field, level]: [string, string]) => {
    const isHouse = field === 'STREET' && level === 'SAME';
    const [one, other] = [commonness(rarity, 'STREET', a.place), commonness(rarity, 'STREET', b.place)];
    return { field, level, amount: isHouse ? Math.max(one, other) : 0 };
  });
}

/** A country in common says nothing: most of a register's merchants have it. */
function countryFindings(a: Profile, b: Profile): readonly Finding[] {
  if (a.countries.size === 0 || b.countries.size === 0) return [];
  for (const country of a.countries) if (b.countries.has(country)) return [];
  return [{ field: 'COUNTRY', level: 'OTHER', amount: 0 }];
}

/** Identifiers that agree are weighed by their strength and by how many hold them. */
function identifierFindings(a: Profile, b: Profile, rarity: Rarity): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [fact, ofA] of a.identifiers) {
    const ofB = b.identifiers.get(fact);
    if (ofB === undefined) continue;
    const compared = compareFacts(fact, ofA, ofB);
    if (compared === undefined) continue;
    const { level, hash } = compared;
    findings.push(
      hash === undefined || !AGREE.has(level)
        ? { field: fact, level, amount: 0 }
        : heldFinding(fact, level, rarity, 'IDENTIFIER', hash, hash),
    );
  }
  return findings;
}

const AGREE: ReadonlySet<FactLevel> = new Set(['UNIQUE', 'STRONG', 'WEAK', 'PART']);
