import {
  getNamedType,
  type GraphQLField,
  type GraphQLOutputType,
  isCompositeType,
  isObjectType,
} from 'graphql';

/** How deep a selection goes: a connection's node and what hangs on it. */
const DEPTH_MAX = 6;

/** A document that asks one operation for everything it can answer: every field of every type, to a bounded depth. */
export function wholeOperation(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  // A page is counted by the `first` that stands in the document; by a variable it would count for the highest.
  const isFirst = (name: string): boolean => name === 'first';
  const asked = field.args.filter(({ name }) => !isFirst(name));
  const variables = asked.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const args = field.args.map(({ name }) => (isFirst(name) ? 'first: 2' : `${name}: $${name}`)).join(', ');
  const selection = selectAll(field.type, DEPTH_MAX);
  return `${kind}${variables === '' ? '' : ` (${variables})`} { ${field.name}${args === '' ? '' : `(${args})`} ${selection} }`;
}

function selectAll(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named) || depth === 0) return '{ __typename }';
  const fields = Object.values(named.getFields())
    .filter(
      (field) => !field.args.some((arg) => String(arg.type).endsWith('!') && arg.defaultValue === undefined),
    )
    // `nodes` says what `edges` says.
    .filter((field) => !(field.name === 'edges' && 'nodes' in named.getFields()))
    .filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)))
    .map((field) => {
      // A list within a list is cut short: the answer's size is limited.
      const page = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
      return `${field.name}${page} ${selectAll(field.type, depth - 1)}`;
    });
  return `{ __typename ${fields.join(' ')} }`;
}
