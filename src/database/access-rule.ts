import { assert } from '../common/assert.js';

const NAME = /^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+$/;

const names = new Set<string>();

/**
 * Marks a condition of a statement as the rule by which its reader sees or changes rows: `/*access:report.own*\/(r.member_id
 * = $2)`. The mark has no effect; by it tests take one rule out at a time and see that the access matrix fails, and that row
 * policies alone show the same. Rules in functions of the database carry the same mark.
 *
 * @param name a dotted name, once for each rule: `report.own`, `screening.page`.
 * @param condition SQL of type boolean.
 */
export function accessRule(name: string, condition: string): string {
  assert(NAME.test(name), `${name} is a dotted name in lower case`);
  assert(
    !names.has(name),
    `the access rule ${name} stands at one place: another place has a name of its own`,
  );
  names.add(name);
  return `/*access:${name}*/(${condition})`;
}

/** The rules of every statement that is loaded. */
export function accessRules(): ReadonlySet<string> {
  return names;
}
