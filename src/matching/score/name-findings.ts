import { compareSerials } from '../compare/compare-serials.js';
import { compareUnits } from '../compare/business-units.js';
import type { MatchingModel } from '../model/matching-model.js';
import { compareNames, type NameComparison, type NameLevel } from '../name/compare-names.js';
import { comparePersons, type PersonComparison, type PersonLevel } from '../name/compare-persons.js';
import type { NameForm } from '../name/name-form.js';
import type { PersonForm } from '../name/person-form.js';
import type { Profile, ProfileName } from '../profile.js';
import { bestOf, bestSetOf } from './best-pair.js';
import type { Finding } from './finding.js';
import type { Rarity } from './rarity.js';
import { weighFinding } from './weigh-findings.js';

/** More rarity than this says no more: a name of many words is not more than one name. */
const AGREEING_BITS_MAX = 24;
const OTHER_BITS_MAX = 10;
/** A descriptor is cut at 22 characters and less: so many must stand for the beginning of a name to be that name. */
const BEGINNING_LENGTH_MIN = 8;

/** Levels at which what agrees is the name; at the others only a part of it is. */
const AGREEING_LEVELS: ReadonlySet<string> = new Set<NameLevel | PersonLevel>([
  ...(['EXACT', 'SAME_WORDS', 'VARIANT', 'RARE_WORDS', 'SOFT', 'PHONETIC', 'CONTAINED', 'ACRONYM'] as const),
  ...(['INITIALS', 'MISSING', 'SINGLE'] as const),
]);

/**
 * What two names show: how they agree, by how rare words, and what is left over. Where one of them ends with the town or
 * street of its own address, it is also compared without, and the better counts; never both without, for two branches
 * are told apart by just that.
 */
export function nameFindings(
  a: ProfileName,
  b: ProfileName,
  rarity: Rarity,
  model: MatchingModel,
): readonly Finding[] {
  const whole = formFindings(a.form, b.form, rarity);
  const isWhole = whole[0]?.level === 'EXACT' || whole[0]?.level === 'SAME_WORDS';
  if (isWhole || (a.unplaced === undefined && b.unplaced === undefined)) return whole;
  return bestSetOf(
    [whole],
    [
      whole,
      ...(a.unplaced === undefined ? [] : [formFindings(a.unplaced, b.form, rarity)]),
      ...(b.unplaced === undefined ? [] : [formFindings(a.form, b.unplaced, rarity)]),
    ],
    (_, findings) => findings,
    model,
  );
}

function formFindings(a: NameForm, b: NameForm, { token }: Rarity): readonly Finding[] {
  const compared = compareNames(a, b, token);
  const { level, legalForm } = compared;
  const findings = sharedFindings('NAME', compared);
  if (legalForm !== 'MISSING') findings.push({ field: 'LEGAL_FORM', level: legalForm, amount: 0 });
  if (level === 'EXACT' || level === 'DIFFERENT') return findings;
  const serials = compareSerials(a, b);
  if (serials !== undefined) findings.push({ field: 'NAME_NUMBERS', level: serials, amount: 0 });
  const unit = compareUnits(a, b);
  if (unit !== undefined) findings.push({ field: 'NAME_UNIT', level: unit, amount: 0 });
  return findings;
}

/** What two persons' names show, in the same way. */
export function personNameFindings(a: PersonForm, b: PersonForm, { token }: Rarity): readonly Finding[] {
  return sharedFindings('PERSON', comparePersons(a, b, token));
}

function sharedFindings(field: 'NAME' | 'PERSON', compared: NameComparison | PersonComparison): Finding[] {
  const { level, agreeingBits, spellingCostBits, conflictingBits, extraBits } = compared;
  const findings: Finding[] = [{ field, level, amount: 0 }];
  const rarity = Math.min(AGREEING_BITS_MAX, agreeingBits);
  if (rarity > 0)
    findings.push({
      field: `${field}_RARITY`,
      level: AGREEING_LEVELS.has(level) ? 'ALL' : 'PART',
      amount: rarity,
    });
  addAmount(findings, `${field}_SPELLING`, spellingCostBits);
  addAmount(findings, `${field}_OTHER_WORDS`, conflictingBits);
  addAmount(findings, `${field}_MORE_WORDS`, extraBits);
  return findings;
}

/** A finding whose amount alone tells, where there is any. */
function addAmount(findings: Finding[], field: string, bits: number): void {
  if (bits > 0) findings.push({ field, level: 'BITS', amount: Math.min(OTHER_BITS_MAX, bits) });
}

function agreeingBits({ agreeingBits, spellingCostBits }: NameComparison): number {
  return Math.min(AGREEING_BITS_MAX, Math.max(0, agreeingBits - spellingCostBits));
}

const DESCRIPTOR_LEVELS: Readonly<Record<NameLevel, string>> = {
  EXACT: 'SAME',
  SAME_WORDS: 'SAME',
  RARE_WORDS: 'NEAR',
  SOFT: 'NEAR',
  PHONETIC: 'NEAR',
  CONTAINED: 'PART',
  ACRONYM: 'OTHER',
  PARTIAL: 'OTHER',
  NUMBERS: 'OTHER',
  CONFLICT: 'OTHER',
  DIFFERENT: 'OTHER',
};

/**
 * What the descriptors show, each with the other side's descriptors and names: it is the merchant's name as the card
 * holder reads it, often cut short.
 */
export function descriptorFindings(
  a: Profile,
  b: Profile,
  rarity: Rarity,
  model: MatchingModel,
): readonly Finding[] {
  if (a.descriptors.length === 0 && b.descriptors.length === 0) return [];
  const compare = (one: NameForm, other: NameForm): Finding => compareDescriptor(one, other, rarity);
  const [one] = bestOf(a.descriptors, [...b.descriptors, ...formsOf(b)], compare, model);
  const [other] = bestOf(b.descriptors, [...a.descriptors, ...formsOf(a)], compare, model);
  if (one === undefined) return other === undefined ? [] : [other];
  if (other === undefined) return [one];
  return weighFinding(one, model) >= weighFinding(other, model) ? [one] : [other];
}

function formsOf({ names }: Profile): readonly NameForm[] {
  return names.map(({ form }) => form);
}

function compareDescriptor(a: NameForm, b: NameForm, { token }: Rarity): Finding {
  const compared = compareNames(a, b, token);
  const [short, long] =
    a.compact.length <= b.compact.length ? [a.compact, b.compact] : [b.compact, a.compact];
  const level = DESCRIPTOR_LEVELS[compared.level];
  const isBeginning = short.length >= BEGINNING_LENGTH_MIN && long.startsWith(short);
  const reached = isBeginning && level !== 'SAME' ? 'NEAR' : level;
  return { field: 'DESCRIPTOR', level: reached, amount: reached === 'OTHER' ? 0 : agreeingBits(compared) };
}
