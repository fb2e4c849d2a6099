import type { Comparison } from './figures.js';
import type { BenchOptions } from './options.js';

/** What is aimed at with so many connections, in parts of the floor's throughput. */
export const TARGETS = { connections: 16, screen: 0.45, submit: 0.5 } as const;

/** One operation beside its floor. */
export interface PartFigures {
  /** By number of connections. */
  readonly comparisons: readonly Comparison[];
  /** Of the service's process, in MiB; null where the system does not tell. */
  readonly peakRssMib: number | null;
}

/** Everything that the bench found, and what it was asked for. */
export interface BenchFigures extends Pick<BenchOptions, 'seconds' | 'rounds' | 'work'> {
  readonly bench: 'http';
  readonly node: string;
  readonly cores: number;
  readonly indicators: number;
  readonly targets: typeof TARGETS;
  readonly screen: PartFigures;
  readonly submit: PartFigures;
}
