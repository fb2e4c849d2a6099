import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What truth.csv says of one row of reports.csv. */
export interface Truth {
  readonly clientReference: string;
  readonly member: string;
  readonly merchant: string;
  readonly kind: string;
  /** Empty, or `refused: why`, or `accepted: what is kept`. */
  readonly expect: string;
}

/** One member's rows as a file of its own. */
export interface MemberFile {
  readonly member: string;
  readonly path: string;
  readonly rows: number;
}

/** Reads truth.csv. */
export async function readTruth(folder: string): Promise<readonly Truth[]> {
  const rows = await readRows(join(folder, 'truth.csv'));
  return rows.map((row) => ({
    clientReference: row['client_reference'] ?? '',
    member: row['member'] ?? '',
    merchant: row['merchant'] ?? '',
    kind: row['kind'] ?? '',
    expect: row['expect'] ?? '',
  }));
}

/** Writes each member's rows of reports.csv into a file in `work`, every column as it was. */
export async function splitReports(folder: string, work: string): Promise<readonly MemberFile[]> {
  const rows = await readRows(join(folder, 'reports.csv'));
  const members = [...new Set(rows.map((row) => row['member'] ?? ''))].sort();
  return Promise.all(
    members.map(async (member) => {
      const own = rows.filter((row) => row['member'] === member);
      const path = join(work, `${member}.csv`);
      await writeFile(path, stringify(own, { header: true }));
      return { member, path, rows: own.length };
    }),
  );
}

/** The rows of a CSV file by their column names. */
export async function readRows(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const rows: Record<string, string>[] = parse(await readFile(path), { columns: true, bom: true });
  return rows;
}
