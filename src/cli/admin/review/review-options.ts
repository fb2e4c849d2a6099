import { type Command, Option } from 'commander';
import { POSSIBLE_MATCH_ORDERS, type PossibleMatchOrder } from '../../../merchant/index.js';
import type { AdminCommandText, AdminOptions } from '../define-admin-command.js';

/** What every command of review takes. */
export interface ReviewOptions extends AdminOptions {
  /** The analyst's e-mail address. */
  readonly as: string;
}

/** Adds a command of review with what all of them take. */
export type DefineReviewCommand = (signature: string, text: AdminCommandText) => Command;

/** In which order possible matches come. */
export function orderOption(): Option {
  const orders = POSSIBLE_MATCH_ORDERS.map((order) => order.toLowerCase());
  return new Option('--order <order>', 'which come first').choices(orders).default('oldest');
}

/** The order that orderOption let pass. */
export function orderOf(option: string): PossibleMatchOrder {
  return option.toUpperCase() as PossibleMatchOrder;
}
