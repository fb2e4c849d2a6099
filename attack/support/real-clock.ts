import type { TestApp } from '../../test/support/app.js';

const LOOK_MS = 1_000;

/**
 * Has a test application's clock follow the real one, by which the service in its own process goes: tokens issued by the
 * one are good at the other. Gives the way to stop.
 */
export function followRealClock({ clock }: TestApp): () => void {
  const follow = (): void => {
    clock.advance({ seconds: (Date.now() - clock.now().getTime()) / 1000 });
  };
  follow();
  const timer = setInterval(follow, LOOK_MS).unref();
  return () => {
    clearInterval(timer);
  };
}
