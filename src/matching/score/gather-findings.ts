import type { AddressForm } from '../compare/address-form.js';
import { compareAddresses } from '../compare/compare-address.js';
import { compareBirths } from '../compare/compare-birth.js';
import { compareFacts, type FactLevel } from '../compare/compare-identifier-facts.js';
import { comparePhones } from '../compare/compare-phones.js';
import { compareEmails, compareHosts } from '../compare/compare-web.js';
import type { MatchingModel } from '../model/matching-model.js';
import type { Profile, ProfilePerson } from '../profile.js';
import { bestOf, bestSetOf } from './best-pair.js';
import type { Finding } from './finding.js';
import { descriptorFindings, nameFindings, personNameFindings } from './name-findings.js';
import { commonness, type Rarity } from './rarity.js';

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
    ...bestOf(
      a.phones,
      b.phones,
      (one, other) => {
        const level = comparePhones(one, other);
        const agrees = level === 'SAME' || level === 'LOCAL';
        const amount = agrees ? commonness(rarity, 'PHONE', shorter(one.digits, other.digits)) : 0;
        return { field: 'PHONE', level, amount };
      },
      model,
    ),
    ...bestOf(
      a.hosts,
      b.hosts,
      (one, other) => {
        if (one.ofMail && other.ofMail) return undefined;
        const level = compareHosts(one, other);
        if (level === 'OTHER' && one.ofMail !== other.ofMail) return undefined;
        const agrees = level === 'SAME' || level === 'PART' || level === 'MAIL';
        const amount = agrees ? commonness(rarity, 'HOST', level === 'SAME' ? one.name : one.registrable) : 0;
        return { field: 'HOST', level, amount };
      },
      model,
    ),
    ...bestOf(
      a.emails,
      b.emails,
      (one, other) => {
        const level = compareEmails(one, other);
        const amount =
          level === 'SAME'
            ? commonness(rarity, 'EMAIL', one.address)
            : level === 'DOMAIN'
              ? commonness(rarity, 'HOST', one.domain)
              : 0;
        return { field: 'EMAIL', level, amount };
      },
      model,
    ),
    ...identifierFindings(a, b, rarity),
  ];
}

function shorter(a: string, b: string): string {
  return a.length <= b.length ? a : b;
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
    return { field, level, amount: isHouse ? commonness(rarity, 'STREET', a.place) : 0 };
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
    const amount = hash === undefined || !AGREE.has(level) ? 0 : commonness(rarity, 'IDENTIFIER', hash);
    findings.push({ field: fact, level, amount });
  }
  return findings;
}

const AGREE: ReadonlySet<FactLevel> = new Set(['UNIQUE', 'STRONG', 'WEAK', 'PART']);
