import { Client } from 'pg';
import { SUPERUSER_URL_VARIABLE } from '../../test/support/test-server.js';

/** A column that can hold text, in whatever shape. */
interface Column {
  readonly table: string;
  readonly column: string;
}

const ROWS_AT_A_TIME = 2_000;

/**
 * Hands every text of every column of a database to `look`, with the name of its table and column: as superuser, for row
 * policies hide rows even from their owner. Gives the number of texts.
 */
export async function eachStoredText(
  databaseUrl: string,
  look: (text: string, place: string) => void,
): Promise<number> {
  const url = new URL(process.env[SUPERUSER_URL_VARIABLE] ?? databaseUrl);
  url.pathname = new URL(databaseUrl).pathname;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    let texts = 0;
    for (const { table, column } of await textColumns(client)) {
      texts += await eachText(client, table, column, (text) => {
        look(text, `${table}.${column}`);
      });
    }
    return texts;
  } finally {
    await client.end();
  }
}

async function textColumns(client: Client): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `select c.table_name as table, c.column_name as column
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and c.udt_name in ('text', '_text', 'varchar', '_varchar', 'json', 'jsonb', '_jsonb', 'citext', 'bytea', 'xml')
      order by 1, 2`,
  );
  return rows;
}

async function eachText(
  client: Client,
  table: string,
  column: string,
  look: (text: string) => void,
): Promise<number> {
  const name = client.escapeIdentifier(column);
  await client.query('begin');
  await client.query(
    `declare stored no scroll cursor for select ${name}::text as text from ${client.escapeIdentifier(table)} where ${name} is not null`,
  );
  let texts = 0;
  for (;;) {
    const { rows } = await client.query<{ text: string }>(`fetch ${ROWS_AT_A_TIME} from stored`);
    for (const { text } of rows) look(text);
    texts += rows.length;
    if (rows.length < ROWS_AT_A_TIME) break;
  }
  await client.query('commit');
  return texts;
}
