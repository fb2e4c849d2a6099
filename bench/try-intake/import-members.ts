import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRows, type MemberFile } from './intake-files.js';
import type { MemberClient } from './onboard-members.js';
import { jsonOf, runProgram } from './run-program.js';

const COMMAND_MS_MAX = 60_000;
const IMPORT_MS_MAX = 20 * 60_000;
/** The exit codes of `cordon`: all taken, and finished with refusals. */
const FINISHED = [0, 3];

/** What `cordon report import --json` prints. */
interface ImportResult {
  readonly rows: number;
  readonly taken: number;
  readonly refused: number;
  readonly seconds: number;
  readonly notices: Readonly<Record<string, number>>;
  readonly errorsFile: string | null;
}

/** One member's import. */
export interface MemberImport extends ImportResult {
  readonly member: string;
  /** Code and field of each refused row, by its client reference. */
  readonly refusals: ReadonlyMap<string, { readonly code: string; readonly field: string }>;
}

/** Where `cordon` keeps a member's profiles and state. */
export function homeOf(work: string, member: string): Readonly<Record<string, string>> {
  return { XDG_CONFIG_HOME: join(work, 'config', member), XDG_STATE_HOME: join(work, 'state', member) };
}

/** Imports every member's file by the real command, `parallel` members at a time. */
export async function importMembers(
  cordon: string,
  url: string,
  work: string,
  files: readonly MemberFile[],
  clients: readonly MemberClient[],
  parallel: number,
): Promise<readonly MemberImport[]> {
  const left = [...files];
  const imports: MemberImport[] = [];
  const worker = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      const { member } = file;
      const client = clients.find((known) => known.member === member);
      if (client === undefined) throw new Error(`${member} was not onboarded.`);
      imports.push(await importMember(cordon, url, work, file, client));
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return imports.sort((a, b) => a.member.localeCompare(b.member));
}

async function importMember(
  cordon: string,
  url: string,
  work: string,
  file: MemberFile,
  { clientId, clientSecret }: MemberClient,
): Promise<MemberImport> {
  const { member, path } = file;
  const env = homeOf(work, member);
  const secretFile = join(work, `${member}.secret`);
  await writeFile(secretFile, clientSecret, { mode: 0o600 });
  const login = [
    cordon,
    'login',
    '--url',
    url,
    '--client-id',
    clientId,
    '--client-secret-file',
    secretFile,
    '--json',
  ];
  // The service may be away at this moment; signing in is not resumed by itself.
  let signedIn = await runProgram(login, env, COMMAND_MS_MAX);
  for (let attempt = 0; signedIn.exitCode === 5 && attempt < 10; attempt++)
    signedIn = await runProgram(login, env, COMMAND_MS_MAX);
  jsonOf('cordon login', signedIn);

  const command = [cordon, 'report', 'import', path, '--map', 'member=-', '--json'];
  const result = jsonOf(
    'cordon report import',
    await runProgram(command, env, IMPORT_MS_MAX),
    FINISHED,
  ) as ImportResult;
  const refused = result.errorsFile === null ? [] : await readRows(result.errorsFile);
  return {
    ...result,
    member,
    refusals: new Map(
      refused.map((row) => [
        row['client_reference'] ?? '',
        { code: row['code'] ?? '', field: row['field'] ?? '' },
      ]),
    ),
  };
}
