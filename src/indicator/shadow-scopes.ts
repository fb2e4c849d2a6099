import { Injectable } from '@nestjs/common';
import { assert } from '../common/assert.js';
import type { HandlingScopeId, MemberId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { ListedReport } from '../report/index.js';
import type { HeldFor } from './held-merchants.js';
import { MAKE_SHADOWS, SELECT_SHADOWS, SELECT_SHADOWS_AMONG } from './sql/select-held.js';

/** Scopes of which it is remembered whether they are shadows; beyond it the oldest are asked for again. */
const REMEMBERED_MAX = 10_000;

/**
 * The shadows of handling scopes: the same handling, of which only the analysts see what they saw before, and the liaisons
 * that asked. Whatever is held is shared within the shadow of its scope. What stood in the scope itself is withdrawn as
 * anything is; everything that goes by the scope (lists, counts, screening, the feed, row policies) hides it without knowing
 * of holds; and no reader of the scope can tell by anything missing that there is something in its shadow.
 */
@Injectable()
export class ShadowScopes {
  readonly #isShadow = new Map<HandlingScopeId, boolean>();

  /** The reports as they are to be listed: those of held merchants within the shadow of their scope. */
  async underHold(
    tx: Tx,
    reports: readonly ListedReport[],
    heldFor: HeldFor,
  ): Promise<readonly ListedReport[]> {
    if (heldFor.size === 0) return reports;
    const audiences = Map.groupBy(
      reports.filter(({ merchantId }) => heldFor.has(merchantId)),
      ({ merchantId }) => (heldFor.get(merchantId) ?? []).join(' '),
    );
    const shadowOf = new Map<string, HandlingScopeId>();
    for (const [audience, held] of [...audiences].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const members = heldFor.get(held[0]?.merchantId as ListedReport['merchantId']) ?? [];
      const scopeIds = [...new Set(held.map(({ handlingScopeId }) => handlingScopeId))];
      for (const [scopeId, shadowId] of await this.shadows(tx, scopeIds, members))
        shadowOf.set(`${scopeId} ${audience}`, shadowId);
    }
    return reports.map((report) => {
      const members = heldFor.get(report.merchantId);
      if (members === undefined) return report;
      const handlingScopeId = shadowOf.get(`${report.handlingScopeId} ${members.join(' ')}`);
      assert(handlingScopeId !== undefined, 'every scope of a held report has just got its shadow');
      return { ...report, handlingScopeId };
    });
  }

  /** Which of these scopes are shadows. A scope never becomes one or ceases to be one, so it is asked for once. */
  async among(tx: Tx, scopeIds: readonly HandlingScopeId[]): Promise<ReadonlySet<HandlingScopeId>> {
    const distinct = [...new Set(scopeIds)];
    const unknown = distinct.filter((id) => !this.#isShadow.has(id));
    if (unknown.length > 0) {
      const rows = await tx.statement<{ id: HandlingScopeId }>(SELECT_SHADOWS_AMONG, [unknown]);
      const found = new Set(rows.map(({ id }) => id));
      for (const id of unknown) this.#isShadow.set(id, found.has(id));
    }
    const shadows = new Set(distinct.filter((id) => this.#isShadow.get(id) === true));
    // A map gives its keys in the order in which they came.
    for (const oldest of this.#isShadow.keys()) {
      if (this.#isShadow.size <= REMEMBERED_MAX) break;
      this.#isShadow.delete(oldest);
    }
    return shadows;
  }

  private async shadows(
    tx: Tx,
    scopeIds: readonly HandlingScopeId[],
    heldFor: readonly MemberId[],
  ): Promise<ReadonlyMap<HandlingScopeId, HandlingScopeId>> {
    await tx.statement(MAKE_SHADOWS, [scopeIds, heldFor]);
    // A statement of its own: it sees what another projection has just made.
    const rows = await tx.statement<{ scopeId: HandlingScopeId; shadowId: HandlingScopeId }>(SELECT_SHADOWS, [
      scopeIds,
      heldFor,
    ]);
    return new Map(rows.map(({ scopeId, shadowId }) => [scopeId, shadowId]));
  }
}
