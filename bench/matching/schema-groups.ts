/** Schemas of name pairs whose figures are told together. */
export interface SchemaGroup {
  readonly name: string;
  readonly schemas: ReadonlySet<string>;
}

/** The schemas of a pair of names that are about organisations: a list may call the same firm by any of them. */
const ORGANISATIONS: ReadonlySet<string> = new Set(['Company', 'LegalEntity', 'Organization']);

/** Each schema that is there by itself, and organisations together; none where all pairs have one schema. */
export function schemaGroups(schemas: Iterable<string>): readonly SchemaGroup[] {
  const named = [...new Set(schemas)].sort();
  if (named.length < 2) return [];
  const organisations = named.filter((schema) => ORGANISATIONS.has(schema));
  return [
    ...(organisations.length > 1 ? [{ name: 'organisations', schemas: new Set(organisations) }] : []),
    ...named.map((schema) => ({ name: schema, schemas: new Set([schema]) })),
  ];
}
