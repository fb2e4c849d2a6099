/** What one measurement found. */
export interface Measurement {
  readonly answersPerSecond: number;
  /** Of each answer. */
  readonly latenciesMs: readonly number[];
  /** Processor time that the measured process took, in microseconds; null where the system does not tell. */
  readonly cpuMicros: number | null;
  /** Processor time that PostgreSQL took meanwhile, in microseconds; null as above. */
  readonly databaseMicros: number | null;
  /** The part of the machine, 0 to 1, that programs took which are none of the bench's; null as above. */
  readonly othersShare: number | null;
}

/** Latencies of all rounds together, in milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** One side of a comparison. */
export interface SideFigures {
  /** By round. */
  readonly answersPerSecond: readonly number[];
  readonly median: number;
  readonly latencyMs: Percentiles;
  /** Processor time of the measured process for one answer: what is left of the figures on a machine that is busy. */
  readonly cpuMicrosPerAnswer: number | null;
  /** PostgreSQL's for one answer, its work behind the answers included. */
  readonly databaseMicrosPerAnswer: number | null;
}

/** The service beside the floor, at one number of connections. */
export interface Comparison {
  readonly connections: number;
  readonly floor: SideFigures;
  readonly service: SideFigures;
  /** The service's throughput in parts of the floor's in the same round, by round. */
  readonly ratios: readonly number[];
  readonly ratioMedian: number;
  readonly ratioMin: number;
  readonly ratioMax: number;
  /** The most of the machine, 0 to 1, that others took in one of the measurements; null where the system does not tell. */
  readonly othersShareMax: number | null;
}

/** One round: both sides measured one directly after the other. */
export interface Round {
  readonly floor: Measurement;
  readonly service: Measurement;
}

/** Sums rounds up, one or more. The ratio is taken within each round, so that a machine that slows down does not show. */
export function compare(connections: number, rounds: readonly Round[]): Comparison {
  const ratios = rounds.map(({ floor, service }) => service.answersPerSecond / floor.answersPerSecond);
  return {
    connections,
    floor: sideFigures(rounds.map(({ floor }) => floor)),
    service: sideFigures(rounds.map(({ service }) => service)),
    ratios,
    ratioMedian: median(ratios),
    ratioMin: Math.min(...ratios),
    ratioMax: Math.max(...ratios),
    othersShareMax: othersShareMax(rounds.flatMap(({ floor, service }) => [floor, service])),
  };
}

function sideFigures(measurements: readonly Measurement[]): SideFigures {
  const answersPerSecond = measurements.map((measurement) => measurement.answersPerSecond);
  const latencies = measurements.flatMap(({ latenciesMs }) => latenciesMs).sort((a, b) => a - b);
  return {
    answersPerSecond,
    median: median(answersPerSecond),
    latencyMs: {
      p50: percentile(latencies, 50),
      p95: percentile(latencies, 95),
      p99: percentile(latencies, 99),
    },
    cpuMicrosPerAnswer: microsPerAnswer(measurements, ({ cpuMicros }) => cpuMicros),
    databaseMicrosPerAnswer: microsPerAnswer(measurements, ({ databaseMicros }) => databaseMicros),
  };
}

function othersShareMax(measurements: readonly Measurement[]): number | null {
  const shares = measurements.flatMap(({ othersShare }) => othersShare ?? []);
  return shares.length === measurements.length ? Math.max(...shares) : null;
}

function microsPerAnswer(
  measurements: readonly Measurement[],
  microsOf: (measurement: Measurement) => number | null,
): number | null {
  let micros = 0;
  let answers = 0;
  for (const measurement of measurements) {
    const taken = microsOf(measurement);
    if (taken === null) return null;
    micros += taken;
    answers += measurement.latenciesMs.length;
  }
  return answers === 0 ? null : micros / answers;
}

/** The middle value; of an even number, the mean of the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The least of the sorted values that `percent` in a hundred do not exceed (nearest rank). NaN of nothing. */
export function percentile(sorted: readonly number[], percent: number): number {
  const rank = Math.max(Math.ceil((percent / 100) * sorted.length), 1);
  return sorted[rank - 1] ?? Number.NaN;
}
