import { type AttackReport, FAILURES_MAX } from './attack.js';

/** What a run was, beside what it found. */
export interface RunFacts {
  readonly seed: number;
  readonly count: number;
  readonly only?: string | undefined;
  readonly seconds: number;
}

/** A report for people: the figures in columns, then what failed, and how to run the same again. */
export function describeReport(name: string, run: RunFacts, { figures, failures }: AttackReport): string {
  const rows: readonly (readonly [string, number | string])[] = [
    ...Object.entries(figures),
    ['seconds', run.seconds.toFixed(1)],
    ['seed', run.seed],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const only = run.only === undefined ? '' : ` --only ${JSON.stringify(run.only)}`;
  const shown = failures.slice(0, FAILURES_MAX).map((failure) => `  - ${failure}`);
  return [
    `${name}: ${failures.length === 0 ? 'held' : 'FAILED'}`,
    ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    ...(failures.length === 0
      ? []
      : [
          '',
          ...shown,
          '',
          `Again: npm run attack:${name} -- --count ${run.count} --seed ${run.seed}${only}`,
        ]),
  ].join('\n');
}
