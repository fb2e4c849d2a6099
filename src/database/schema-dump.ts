import type { Client } from 'pg';

import * as catalogue from './schema-catalogue.js';

const HEADER = `-- The schema after all migrations, read from the catalogue of a database that ran them. Written by
-- UPDATE=1 npm test -- test/schema-sql and compared by the same test: for reviewing what a migration changes.
-- The migrations are the source; nothing reads this file.`;

interface CatalogueRow {
  readonly place: string;
  readonly line: string;
}

/** What belongs to no table, before the tables and after them. */
const BEFORE = [catalogue.EXTENSIONS, catalogue.TYPES, catalogue.SEQUENCES, catalogue.FUNCTIONS];
const AFTER = [catalogue.VIEWS, catalogue.GRANTS];
/** What belongs to a table, in the order in which it stands under that table. */
const OF_TABLES = [
  catalogue.TABLES,
  catalogue.INDEXES,
  catalogue.TRIGGERS,
  catalogue.POLICIES,
  catalogue.COMMENTS,
];

/**
 * Writes a database's schema as text: types, functions, each table with all that belongs to it, views, grants. The order
 * is that of names, and never that of creation, so that equal schemas are equal texts.
 */
export async function dumpSchema(client: Client): Promise<string> {
  await client.query('begin read only');
  try {
    // Names are then written without their schema exactly if they are in ours.
    await client.query('set local search_path = public');
    const blocks = [
      HEADER,
      ...(await inOrder(client, BEFORE)),
      ...(await byTable(client)),
      ...(await inOrder(client, AFTER)),
    ];
    return `${blocks.join('\n\n')}\n`;
  } finally {
    await client.query('rollback');
  }
}

async function inOrder(client: Client, queries: readonly string[]): Promise<string[]> {
  const blocks: string[] = [];
  for (const sql of queries) {
    const { rows } = await client.query<CatalogueRow>(sql);
    const oneLiners = rows.every(({ line }) => !line.includes('\n'));
    if (rows.length > 0) blocks.push(rows.map(({ line }) => line).join(oneLiners ? '\n' : '\n\n'));
  }
  return blocks;
}

async function byTable(client: Client): Promise<string[]> {
  const blocks = new Map<string, string[]>();
  for (const sql of OF_TABLES) {
    const { rows } = await client.query<CatalogueRow>(sql);
    for (const { place, line } of rows) {
      const lines = blocks.get(place) ?? [];
      lines.push(line);
      blocks.set(place, lines);
    }
  }
  return [...blocks.values()].map((lines) => lines.join('\n'));
}
