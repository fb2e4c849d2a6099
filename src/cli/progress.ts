import { Presets, SingleBar } from 'cli-progress';
import { say, type Terminal } from './terminal.js';

/** Between two lines of progress where there is no terminal to draw on. */
const LINE_EVERY_MS = 10_000;
const STEPS = 1000;

/** Tells a person how far a long command is: a bar on a terminal, a line now and then elsewhere, both on stderr. */
export interface Progress {
  /** `share` is 0 to 1; `told` follows the bar, e.g. `120 taken, 3 refused`. */
  update(share: number, told: string): void;
  stop(): void;
}

export function startProgress(terminal: Terminal): Progress {
  return terminal.interactive ? barProgress(terminal) : lineProgress(terminal);
}

function barProgress(terminal: Terminal): Progress {
  const bar = new SingleBar(
    {
      format: '{bar} {percentage} %  {told}  {duration_formatted}',
      stream: terminal.stderr,
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  bar.start(STEPS, 0, { told: '' });
  return {
    update: (share, told) => {
      bar.update(Math.floor(Math.min(share, 1) * STEPS), { told });
    },
    stop: () => {
      bar.stop();
    },
  };
}

function lineProgress(terminal: Terminal): Progress {
  let toldAt = terminal.now();
  return {
    update: (share, told) => {
      if (terminal.now() - toldAt < LINE_EVERY_MS) return;
      toldAt = terminal.now();
      say(terminal, `${Math.floor(share * 100)} %: ${told}`);
    },
    stop: () => undefined,
  };
}
