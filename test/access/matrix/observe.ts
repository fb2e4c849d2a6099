import { getNamedType, type GraphQLOutputType, isObjectType } from 'graphql';
import { relationTo } from './belonging.js';
import type { Relation } from './matrix-row.js';
import type { Reader } from './reader.js';
import type { Things } from './register-things.js';

/** One field that an answer showed with a value, and how what it belongs to stands to the reader. */
export interface Seen {
  /** `Report.narrative`. */
  readonly path: string;
  readonly relation: Relation;
}

/** The fields by which an object names what it is about, best first. Without one it belongs to what holds it. */
const NAMING_FIELDS = ['id', 'merchantId', 'indicatorId', 'reportId'];

/** Objects that are judged by one name alone: about the merchant that they name, or about themselves and not the merchant. */
const NAMED_BY: Readonly<Record<string, string>> = {
  Action: 'id',
  Disposition: 'id',
  FieldEvidence: 'indicatorId',
  ScreeningMatch: 'merchantId',
  WorkItem: 'objectId',
};

/**
 * Every field of an answer that has a value: not null, and no empty list. `start`: how what was aimed at stands to the
 * reader; what has no id of its own belongs to what holds it.
 */
export function observe(
  type: GraphQLOutputType,
  value: unknown,
  { reader, things, start }: { readonly reader: Reader; readonly things: Things; readonly start: Relation },
): readonly Seen[] {
  const seen: Seen[] = [];
  look(type, value, start);
  return seen;

  function look(at: GraphQLOutputType, held: unknown, relation: Relation): void {
    if (Array.isArray(held)) {
      for (const each of held) look(at, each, relation);
      return;
    }
    const named = getNamedType(at);
    if (!isObjectType(named) || typeof held !== 'object' || held === null) return;
    const object = held as Readonly<Record<string, unknown>>;
    const own = relationOf(named.name, object) ?? relation;
    for (const field of Object.values(named.getFields())) {
      const inside = object[field.name];
      if (inside === undefined || inside === null || (Array.isArray(inside) && inside.length === 0)) continue;
      seen.push({ path: `${named.name}.${field.name}`, relation: own });
      look(field.type, inside, own);
    }
  }

  function relationOf(typeName: string, object: Readonly<Record<string, unknown>>): Relation | undefined {
    const names = NAMED_BY[typeName] === undefined ? NAMING_FIELDS : [NAMED_BY[typeName]];
    for (const name of names) {
      const id = object[name];
      const belonging = typeof id === 'string' ? things.belongingOf(id) : undefined;
      if (belonging !== undefined) return relationTo(reader, belonging);
    }
    // An id that nothing had when the coalition was made is that of something just made, by who asked.
    return typeof object['id'] === 'string' ? 'own' : undefined;
  }
}
