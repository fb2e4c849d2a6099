import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** Letters, digits, `-` and `_`: base64url, as src/common/page.ts writes cursors. */
const CURSOR = /^[A-Za-z0-9_-]{1,512}$/;

/** A place in a list. Opaque: what is inside may change. */
export const CursorScalar = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description:
    'A place in a list, as an earlier answer gave it (`endCursor`, or `cursor` of an edge). Opaque: pass it on as it is.',
  serialize: parseCursor,
  parseValue: parseCursor,
  parseLiteral: (node) => parseCursor(node.kind === Kind.STRING ? node.value : undefined),
});

function parseCursor(value: unknown): string {
  if (typeof value === 'string' && CURSOR.test(value)) return value;
  throw new GraphQLError('This is not a Cursor: pass on one that an earlier answer gave.');
}
