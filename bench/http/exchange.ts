import type { Child } from './child.js';

/** One request and what its answer must be. */
export interface Question {
  readonly body: string;
  /** What is wrong with an answer of status 200, or undefined. */
  readonly faultOf: (answer: string) => string | undefined;
}

/** What one side is asked, over and over. */
export interface Exchange {
  readonly server: Child;
  readonly path: string;
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  readonly next: () => Question;
}

/** Every so many answers are read as a whole and compared; of the others only what tells a hit from a miss. */
const READ_EVERY = 50;

/** Decides which answers are read as a whole. */
export function sampler(): () => boolean {
  let count = 0;
  return () => {
    count += 1;
    return count % READ_EVERY === 1;
  };
}
