declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  namespace autocannon {
    /** A request that is built anew each time. `Context` is what it keeps until its answer is there. */
    interface Request<Context> {
      readonly method?: string;
      readonly path?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      setupRequest?(request: Request<Context>, context: Context): Request<Context>;
      onResponse?(status: number, body: string, context: Context): void;
    }

    interface Options<Context> {
      readonly url: string;
      readonly connections: number;
      /** In seconds. */
      readonly duration: number;
      /** In milliseconds: how often it looks whether the time is over. */
      readonly sampleInt: number;
      readonly requests: readonly Request<Context>[];
    }

    interface Result {
      /** Lost connections and answers that did not come within 10 s. */
      readonly errors: number;
    }

    /** A run: its events, and a promise of its result. */
    interface Run extends EventEmitter, PromiseLike<Result> {
      stop(): void;
    }
  }

  function autocannon<Context>(options: autocannon.Options<Context>): autocannon.Run;
  export = autocannon;
}
