import { Injectable } from '@nestjs/common';
import { assert } from '../common/assert.js';
import type { HandlingScopeId, MemberId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { ListedReport } from '../report/index.js';
import type { HeldFor } from './held-merchants.js';
import { MAKE_SHADOWS, SELECT_SHADOWS } from './sql/select-held.js';

/**
 * The shadows of handling scopes: the same handling, of which only the analysts see what they saw before, and the liaisons
 * that asked. Whatever is held is shared within the shadow of its scope. What stood in the scope itself is withdrawn as
 * anything is; everything that goes by the scope (lists, counts, screening, the feed, row policies) hides it without knowing
 * of holds; and no reader of the scope can tell by anything missing that there is something in its shadow.
 */
@Injectable()
export class ShadowScopes {
  /** The reports as they are to be listed: those of held merchants within the shadow of their scope. */
  async underHold<Report extends Pick<ListedReport, 'merchantId' | 'handlingScopeId'>>(
    tx: Tx,
    reports: readonly Report[],
    heldFor: HeldFor,
  ): Promise<readonly Report[]> {
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
