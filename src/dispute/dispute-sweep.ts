import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { DisputeId } from '../common/id.js';
import { BackgroundWork, Database } from '../database/index.js';
import { DisputeEffects } from './dispute-effects.js';
import { appealableNoMoreSince } from './dispute-terms.js';
import { SELECT_DUE, SELECT_RUNNING } from './effect.statements.js';

const POLL_MS = 60_000;
/** Disputes that one round looks at. */
const BATCH_MAX = 100;

/**
 * Goes on with disputes whose time to answer is over, and asks who has reported since they were filed. Any number of instances
 * share the work: a dispute is locked while it is carried out, and carrying it out twice changes nothing.
 */
@Injectable()
export class DisputeSweep {
  #after: DisputeId | undefined;

  constructor(
    private readonly database: Database,
    private readonly effects: DisputeEffects,
    private readonly clock: Clock,
    work: BackgroundWork,
  ) {
    work.add('DisputeSweep', () => this.round(), POLL_MS);
  }

  /** Carries out what is due, BATCH_MAX disputes at most; gives how many. */
  async sweep(): Promise<number> {
    const due = await this.database.systemStatement<{ id: DisputeId }>('resolver', SELECT_DUE, [
      this.clock.now(),
      BATCH_MAX,
      appealableNoMoreSince(this.clock.now()),
    ]);
    for (const { id } of due) await this.carryOut(id);
    return due.length;
  }

  private async round(): Promise<boolean> {
    const due = await this.sweep();
    const running = await this.database.systemStatement<{ id: DisputeId }>('resolver', SELECT_RUNNING, [
      BATCH_MAX,
      this.#after ?? null,
    ]);
    for (const { id } of running) await this.carryOut(id);
    this.#after = running.length === BATCH_MAX ? running.at(-1)?.id : undefined;
    return due >= BATCH_MAX;
  }

  private carryOut(id: DisputeId): Promise<void> {
    return this.database.asSystem('resolver', (tx) => this.effects.carryOut(tx, id));
  }
}
