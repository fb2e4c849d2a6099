import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { IndicatorId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { Action } from './action.js';
import { ActionRepository } from './action.repository.js';

/** Actions that are shown beside what they rested on, newest first. */
export const DERIVED_ACTIONS_MAX = 100;

/** What other parts ask about actions, inside their own transactions, which see to the audit. */
@Injectable()
export class Actions {
  constructor(private readonly actions: ActionRepository) {}

  /** The own member's actions that stand and rest on a match or a notice with one of these indicators. */
  derivedFrom(tx: Tx, actor: Actor, indicatorIds: readonly IndicatorId[]): Promise<readonly Action[]> {
    return this.actions.derived(tx, actor, indicatorIds, DERIVED_ACTIONS_MAX);
  }
}
