import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Page } from '../common/page.js';
import { CursorScalar } from './scalars/cursor.scalar.js';

/** Where a page ends, and whether the list goes on. */
export interface PageEnd {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

@ObjectType({ description: 'Where a page ends, and whether the list goes on.' })
export class PageInfo implements PageEnd {
  @Field({ description: 'Whether there are entries behind this page.' })
  hasNextPage!: boolean;

  @Field(() => CursorScalar, {
    nullable: true,
    description:
      'The place of the last entry, to be passed as `after` for the next page; null on an empty page.',
  })
  endCursor!: string | null;
}

/** One entry with its place. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** One page of a list as the schema has it. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageEnd;
}

/**
 * The base class of a connection: `edges`, `nodes`, `pageInfo`, with the edge type of its own that it needs.
 *
 * ```ts
 * @ObjectType({ description: 'Reports, newest first.' })
 * export class ReportConnection extends connectionOf(Report, 'Report') {}
 * ```
 *
 * `name` is the name of the node's type in the schema.
 */
export function connectionOf<Node extends object>(node: Type<Node>, name: string): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its place.` })
  class EdgeType implements Edge<Node> {
    @Field(() => CursorScalar, { description: 'The place of this entry in the list.' })
    cursor!: string;

    @Field(() => node, { description: 'The entry itself.' })
    node!: Node;
  }

  @ObjectType({ isAbstract: true })
  abstract class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: 'The entries of this page in order, each with its place.' })
    edges!: readonly Edge<Node>[];

    @Field(() => [node], { description: 'The entries of this page in order.' })
    nodes!: readonly Node[];

    @Field(() => PageInfo, { description: 'Where this page ends, and whether the list goes on.' })
    pageInfo!: PageEnd;
  }

  return ConnectionType as Type<Connection<Node>>;
}

/** Writes a page of rows as a connection, each row mapped once. */
export function toConnection<Row, Node>(page: Page<Row>, toNode: (row: Row) => Node): Connection<Node> {
  const nodes = page.rows.map(toNode);
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: page.cursors[index] ?? '' })),
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.cursors.at(-1) ?? null },
  };
}
