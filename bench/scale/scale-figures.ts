import type { Percentiles } from '../http/figures.js';

/** p95 in milliseconds, and least rates, that issue 3 asks for at a million merchants. */
export const TARGETS = {
  screenMs: { IDENTIFIER: 15, NAME: 40, MISSPELT: 60 },
  namesPerSecond: 100,
  resolveMs: 50,
  reportsPerSecond: 100,
  buildSeconds: 900,
} as const;

/** What is asked by. UNKNOWN: the name of a merchant that is not in the register. */
export const ASKED_BY = ['IDENTIFIER', 'NAME', 'MISSPELT', 'UNKNOWN'] as const;

export type AskedBy = (typeof ASKED_BY)[number];

/** One kind of question at one number of connections. */
export interface ScreeningFigures {
  readonly askedBy: AskedBy;
  readonly connections: number;
  readonly answersPerSecond: number;
  readonly latencyMs: Percentiles;
  /** The share of the answers, 0 to 1, that name the merchant asked for; of unknown ones, that name none. */
  readonly rightShare: number;
  readonly serviceMicrosPerAnswer: number | null;
  readonly databaseMicrosPerAnswer: number | null;
  readonly othersShare: number | null;
}

/** What a bare prepared statement takes in the same run, over HTTP with nothing around it. */
export interface FloorFigures {
  readonly connections: number;
  readonly answersPerSecond: number;
  readonly latencyMs: Percentiles;
}

/** How new reports were resolved. */
export interface ResolutionFigures {
  readonly reports: number;
  readonly workers: number;
  readonly reportsPerSecond: number;
  readonly latencyMs: Percentiles;
}

/** How long the background work took for what new reports bring: resolution, possible matches, listing. */
export interface BackgroundFigures {
  readonly reports: number;
  readonly seconds: number;
  readonly reportsPerSecond: number;
}

export interface ScaleFigures {
  readonly bench: 'scale';
  readonly node: string;
  readonly cores: number;
  readonly merchants: number;
  readonly identifiers: number;
  readonly targets: typeof TARGETS;
  readonly buildSeconds: number;
  readonly databaseMib: number;
  readonly floor: readonly FloorFigures[];
  readonly screening: readonly ScreeningFigures[];
  readonly resolution: readonly ResolutionFigures[];
  readonly background: BackgroundFigures;
  readonly serviceMib: number | null;
  readonly benchMib: number;
}

/** The figures for people. */
export function describeScale(figures: ScaleFigures): string {
  const { floor, screening, resolution, background, targets } = figures;
  return [
    `${figures.merchants} merchants, ${figures.identifiers} identifiers, ${figures.databaseMib} MiB; ` +
      `built in ${figures.buildSeconds} s (target ${targets.buildSeconds} s); ` +
      `service ${figures.serviceMib ?? '?'} MiB`,
    '',
    'screening by   connections  answers/s    p50 ms    p95 ms    right  service us  database us  others',
    ...floor.map(({ connections, answersPerSecond, latencyMs }) =>
      line('floor', connections, answersPerSecond, latencyMs, ''),
    ),
    ...screening.map((one) =>
      line(
        one.askedBy.toLowerCase(),
        one.connections,
        one.answersPerSecond,
        one.latencyMs,
        [
          one.rightShare.toFixed(3).padStart(9),
          micros(one.serviceMicrosPerAnswer).padStart(12),
          micros(one.databaseMicrosPerAnswer).padStart(13),
          one.othersShare === null ? '' : `${(one.othersShare * 100).toFixed(0)} %`.padStart(8),
        ].join(''),
      ),
    ),
    `targets: p95 ${targets.screenMs.IDENTIFIER}, ${targets.screenMs.NAME}, ${targets.screenMs.MISSPELT} ms; ` +
      `${targets.namesPerSecond} a second by name at 16 connections`,
    '',
    'resolution     workers      reports/s    p50 ms    p95 ms',
    ...resolution.map(({ workers, reportsPerSecond, latencyMs, reports }) =>
      line(`${reports} reports`, workers, reportsPerSecond, latencyMs, ''),
    ),
    `all that follows a report, by one process: ${background.reportsPerSecond.toFixed(1)} reports/s`,
    `targets: p95 ${targets.resolveMs} ms; ${targets.reportsPerSecond} a second with 8 workers`,
  ].join('\n');
}

function line(name: string, at: number, perSecond: number, { p50, p95 }: Percentiles, more: string): string {
  return (
    name.padEnd(15) +
    String(at).padStart(11) +
    perSecond.toFixed(1).padStart(11) +
    p50.toFixed(1).padStart(10) +
    p95.toFixed(1).padStart(10) +
    more
  );
}

function micros(value: number | null): string {
  return value === null ? '' : value.toFixed(0);
}
