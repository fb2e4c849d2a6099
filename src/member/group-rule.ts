import { accepted, type Refusal, refused, type Result } from '../common/refusal.js';
import type { MemberKind } from './member-kind.js';
import { refuseName, type TextRefusalCode, tidyName } from './member-text.js';

/** Countries, and regions, that one rule names. */
export const RULE_PLACES_MAX = 250;

/**
 * Who is in a group by rule. What is null does not matter. A member's country or its region is enough; at least one of the
 * three is given.
 */
export interface GroupRule {
  readonly kinds: readonly MemberKind[] | null;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[] | null;
  /** As members give them when they apply, in lower case. */
  readonly regions: readonly string[] | null;
}

/** What of a member a rule looks at. */
export interface RuledMember {
  readonly kind: MemberKind;
  readonly country: string;
  readonly region: string | null;
}

export type GroupRuleRefusalCode = TextRefusalCode | 'TOO_MANY' | 'DUPLICATE';

/**
 * Whether a member is in a group by this rule. The SQL function `follows_group_rule` says the same, keeps who is in it at
 * every change of a member, and a test holds the two together. Pure.
 */
export function followsGroupRule(rule: GroupRule, { kind, country, region }: RuledMember): boolean {
  const { kinds, countries, regions } = rule;
  if (kinds === null && countries === null && regions === null) return false;
  if (kinds !== null && !kinds.includes(kind)) return false;
  if (countries === null && regions === null) return true;
  if (countries?.includes(country) === true) return true;
  return region !== null && regions?.includes(region.toLowerCase()) === true;
}

/** A rule in normal form: empty lists are null, each entry stands once and in order. Kinds and countries are checked codes. */
export function checkGroupRule(given: {
  readonly kinds: readonly MemberKind[];
  readonly countries: readonly string[];
  readonly regions: readonly string[];
}): Result<GroupRule, GroupRuleRefusalCode> {
  const refusals: Refusal<GroupRuleRefusalCode>[] = [];
  for (const [field, list] of Object.entries(given)) {
    if (list.length > RULE_PLACES_MAX)
      refusals.push({
        code: 'TOO_MANY',
        field: ['rule', field],
        message: `Give at most ${RULE_PLACES_MAX}.`,
      });
  }
  if (refusals.length > 0) return refused(...refusals);
  refusals.push(
    ...given.regions.flatMap((region, index) => refuseName(region, 'rule', 'regions', String(index))),
  );
  if (given.kinds.length + given.countries.length + given.regions.length === 0)
    refusals.push({
      code: 'REQUIRED',
      field: ['rule'],
      message: 'Name at least one kind, country or region.',
    });
  if (refusals.length > 0) return refused(...refusals);
  return accepted({
    kinds: listOrNull(given.kinds),
    countries: listOrNull(given.countries),
    regions: listOrNull(given.regions.map((region) => tidyName(region).toLowerCase())),
  });
}

function listOrNull<Entry extends string>(list: readonly Entry[]): readonly Entry[] | null {
  return list.length === 0 ? null : [...new Set(list)].sort();
}
