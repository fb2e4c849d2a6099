import type { Comparison, Percentiles } from './figures.js';
import type { BenchFigures, PartFigures } from './bench-figures.js';

const HEADINGS = [
  'operation',
  'connections',
  'floor/s',
  'service/s',
  'ratio (least to most)',
  'service ms p50/p95/p99',
  'floor ms p50/p95/p99',
  'CPU µs service/floor',
  'PostgreSQL µs',
];

/** The figures for people: a table, and below it what stands behind them. */
export function describeFigures(figures: BenchFigures): string {
  const { screen, submit, targets, indicators, rounds, seconds, work, node, cores } = figures;
  return [
    ...table([
      ...screen.comparisons.map((comparison) => cells('screen', comparison)),
      ...submit.comparisons.map((comparison) => cells('submit', comparison)),
    ]),
    '',
    `Ratio: the service's answers in a second in parts of the floor's, the median of ${rounds} rounds of ${seconds} s.`,
    describeTarget('screen', screen, targets.screen, targets.connections),
    describeTarget('submit', submit, targets.submit, targets.connections),
    `Peak memory of the service: ${describeMemory(screen)} screening, ${describeMemory(submit)} submitting.`,
    describeOthers([...screen.comparisons, ...submit.comparisons]),
    `${indicators} indicators; submitting with CORDON_WORK=${work}; Node ${node} on ${cores} cores.`,
  ].join('\n');
}

/** How a ratio is shown wherever it is. */
export function describeRatio({ ratioMedian }: Pick<Comparison, 'ratioMedian'>): string {
  return ratioMedian.toFixed(3);
}

function table(rows: readonly (readonly string[])[]): string[] {
  const lines = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function cells(operation: string, comparison: Comparison): readonly string[] {
  const { connections, floor, service, ratioMin, ratioMax } = comparison;
  return [
    operation,
    String(connections),
    floor.median.toFixed(0),
    service.median.toFixed(0),
    `${describeRatio(comparison)} (${ratioMin.toFixed(2)} to ${ratioMax.toFixed(2)})`,
    describeLatency(service.latencyMs),
    describeLatency(floor.latencyMs),
    describeMicros(service.cpuMicrosPerAnswer, floor.cpuMicrosPerAnswer),
    describeMicros(service.databaseMicrosPerAnswer, floor.databaseMicrosPerAnswer),
  ];
}

function describeMicros(...micros: readonly (number | null)[]): string {
  return micros.map((each) => each?.toFixed(0) ?? '?').join('/');
}

function describeLatency({ p50, p95, p99 }: Percentiles): string {
  return [p50, p95, p99].map((ms) => ms.toFixed(1)).join('/');
}

function describeTarget(
  operation: string,
  { comparisons }: PartFigures,
  target: number,
  connections: number,
): string {
  const found = comparisons.find((comparison) => comparison.connections === connections);
  if (found === undefined) return `Target of ${operation}: not measured.`;
  const verdict = found.ratioMedian >= target ? 'reached' : 'missed';
  return `Target of ${operation} at ${connections} connections: ${target}, ${verdict} with ${describeRatio(found)}.`;
}

/** Above this part of the machine, what others take shows in the figures. */
const OTHERS_SHARE_MAX = 0.1;

function describeOthers(comparisons: readonly Comparison[]): string {
  const shares = comparisons.flatMap(({ othersShareMax }) => othersShareMax ?? []);
  if (shares.length === 0) return 'What other programs took of the machine meanwhile is not known.';
  const most = Math.max(...shares);
  const percent = `${(100 * most).toFixed(0)} %`;
  const advice = most > OTHERS_SHARE_MAX ? ': run it again when the machine is quiet' : '';
  return `Other programs took up to ${percent} of the machine in a measurement${advice}.`;
}

function describeMemory({ peakRssMib }: PartFigures): string {
  return peakRssMib === null ? 'unknown' : `${peakRssMib} MiB`;
}
