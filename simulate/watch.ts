import type { TestApp } from '../test/support/app.js';
import { asOwner } from '../test/support/as-owner.js';

/** How each stands, with a number that grows where it took a step that left it as it was. */
const STANDINGS = `
  select 'indicator ' || id as row, status, version from indicator
  union all select 'action ' || id, status, version from action
  union all select 'dispute ' || id, status, stage from dispute
  union all
  select 'notice ' || n.id,
    case when n.ended_at is not null then 'ENDED' when n.outcome is not null then n.outcome
      when exists (select from alert a where a.kind = 'NOTICE' and a.object_id = n.id and a.acknowledged_at is not null)
      then 'ACKNOWLEDGED' else 'OPEN' end,
    (select count(*) from action a where a.notice_id = n.id)::int
  from notice n`;

const LISTED: readonly string[] = ['ACTIVE', 'DISPUTED'];

/** Statuses of rows that keep no history of their own, looked at whenever the register is at rest. */
export class Watch {
  readonly #status = new Map<string, string>();
  /** How often each step was taken, e.g. `indicator ACTIVE > DISPUTED`. */
  readonly taken = new Map<string, number>();

  async look({ app }: { readonly app: TestApp }): Promise<void> {
    const rows = await asOwner(app.database, (tx) =>
      tx.query<{ row: string; status: string; version: number }>(STANDINGS),
    );
    for (const { row, status, version } of rows) this.see(row, status, version);
  }

  private see(row: string, status: string, version: number): void {
    const stands = `${status} ${version}`;
    const before = this.#status.get(row);
    this.#status.set(row, stands);
    if (before === undefined || before === stands) return;
    const [cycle = '', from = ''] = [row.split(' ')[0], before.split(' ')[0]];
    // What comes back while it is challenged takes two steps at once, and so does what ends again before anybody looks.
    const isBack = cycle === 'indicator' && !LISTED.includes(from) && status !== 'ACTIVE';
    const way = isBack ? [from, 'ACTIVE', status] : [from, status];
    for (const [place, to] of way.slice(1).entries()) {
      const step = `${cycle} ${way[place] ?? ''} > ${to}`;
      this.taken.set(step, (this.taken.get(step) ?? 0) + 1);
    }
  }
}
