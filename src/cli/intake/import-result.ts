import type { ImportCounts } from './import-reports.js';

/** How an import ended. */
export interface ImportResult {
  readonly file: string;
  readonly dryRun: boolean;
  readonly counts: ImportCounts;
  readonly seconds: number;
  readonly errorsPath: string | undefined;
}

const NOTICES: Partial<Record<string, string>> = {
  URL_PATH_DROPPED: 'of a web address only the host is kept',
  PART_NOT_KEPT: 'a column says nothing without another one, such as an acquirer without its merchant id',
  FACILITATOR_PREFIX_SPLIT: 'the facilitator was split off the descriptor',
  LOCATION_SPLIT: 'telephone, city or state were split off the descriptor',
};

/** The result for a program. */
export function resultJson({
  file,
  dryRun,
  counts,
  seconds,
  errorsPath,
}: ImportResult): Record<string, unknown> {
  return {
    file,
    dryRun,
    rows: counts.rows,
    taken: counts.taken,
    resumed: counts.resumed,
    refused: counts.refused,
    refusals: Object.fromEntries(counts.refusals),
    notices: Object.fromEntries(counts.notices),
    seconds: Number(seconds.toFixed(2)),
    errorsFile: errorsPath ?? null,
  };
}

/** The result for a person. `sendAgain` is the command that imports the errors file. */
export function resultLines(result: ImportResult, sendAgain: string): readonly string[] {
  const { file, dryRun, counts, seconds, errorsPath } = result;
  const verb = dryRun ? 'not refused (nothing was sent)' : 'taken';
  return [
    `${file}: ${counts.rows} rows, ${counts.taken} ${verb}, ${counts.refused} refused, ${seconds.toFixed(1)} s.`,
    ...(counts.resumed > 0
      ? [`Of the taken ones, ${counts.resumed} were sent by the interrupted import.`]
      : []),
    ...[...counts.notices].map(([code, rows]) => `  notice on ${rows} rows: ${NOTICES[code] ?? code}`),
    ...[...counts.refusals].map(([code, rows]) => `  ${rows} refused: ${code}`),
    ...(errorsPath === undefined
      ? []
      : [`The refused rows are in ${errorsPath}. Mend them there and run: ${sendAgain}`]),
  ];
}
