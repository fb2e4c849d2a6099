/** One withdrawal. Times are in milliseconds from the answer to it, which is given once it is committed. */
export interface RecallRound {
  /** Until the last recipient's alert stood in the database. */
  readonly raisedMs: number;
  /** Until the last recipient was handed the recall: all ask once every alert stands. */
  readonly deliveredMs: number;
  /** How long the analyst's list took of who had not acknowledged when half had, page by page. */
  readonly listMs: number;
  /** How many that list named. */
  readonly waiting: number;
}

export interface RecallFigures {
  readonly bench: 'recall';
  readonly node: string;
  readonly cores: number;
  readonly recipients: number;
  readonly rounds: readonly RecallRound[];
}

/** The figures as lines: medians, with the least and the most. */
export function describeRecall({ recipients, rounds, cores }: RecallFigures): string {
  const line = (what: string, valueOf: (round: RecallRound) => number): string => {
    const values = rounds.map(valueOf).sort((one, other) => one - other);
    const [least, median, most] = [values[0], values[Math.floor(values.length / 2)], values.at(-1)].map(
      (value) => (value ?? 0).toFixed(0),
    );
    return `  ${what.padEnd(52)} ${median ?? ''} ms (${least ?? ''} to ${most ?? ''})`;
  };
  const waiting = rounds.map((round) => round.waiting).join(', ');
  return [
    `Recalls of ${recipients} recipients, ${rounds.length} rounds on ${cores} cores. Median (least to most):`,
    line('from the withdrawal to the last alert raised', ({ raisedMs }) => raisedMs),
    line('from the withdrawal to the last one delivered', ({ deliveredMs }) => deliveredMs),
    line('the list of who has not acknowledged', ({ listMs }) => listMs),
    `  not acknowledged when half had: ${waiting}`,
  ].join('\n');
}
