import { DataSource } from 'typeorm';
import type { TestApp } from '../../test/support/app.js';
import { asOwner } from '../../test/support/as-owner.js';

type Query = (this: unknown, asked: unknown, ...rest: unknown[]) => unknown;

/** Hears every statement that the service sends, with the functions of the database that it calls. */
export class StatementTap {
  private readonly prototype: { query: Query };
  private readonly real: Query;
  private heard = new Set<string>();
  /** Every text that went by since it was made. */
  readonly texts = new Set<string>();

  constructor(private readonly app: TestApp) {
    const driver = app.nest.get(DataSource).driver as unknown as {
      readonly postgres: { readonly Client: { readonly prototype: { query: Query } } };
    };
    this.prototype = driver.postgres.Client.prototype;
    this.real = this.prototype.query;
    const { real } = this;
    const hear = (asked: unknown): void => {
      const text = textOf(asked);
      this.heard.add(text);
      this.texts.add(text);
    };
    this.prototype.query = function (asked, ...rest) {
      hear(asked);
      return real.call(this, asked, ...rest);
    };
  }

  /** The texts that went by while `work` ran, and those of the functions that they name. */
  async during(work: () => Promise<unknown>): Promise<string> {
    this.heard = new Set();
    await work();
    const heard = [...this.heard].join('\n');
    const functions = await asOwner(this.app.database, (tx) =>
      tx.query<{ name: string; body: string }>(
        `select proname as name, prosrc as body from pg_proc where pronamespace = 'public'::regnamespace`,
      ),
    );
    const called = functions.filter(({ name }) => heard.includes(name)).map(({ body }) => body);
    return [heard, ...called].join('\n');
  }

  close(): void {
    this.prototype.query = this.real;
  }
}

function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  const { text } = (asked ?? {}) as { readonly text?: unknown };
  return typeof text === 'string' ? text : '';
}
