import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { IndicatorId, MerchantId, ScreeningId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { ScreeningRepository } from './screening.repository.js';

/** A match as a screening of the actor's member gave it: what became of the listing since plays no part. */
export interface ScreenedMatch {
  readonly merchantId: MerchantId;
  /** The indicators that agreed with what was asked. */
  readonly indicatorIds: readonly IndicatorId[];
}

/** What other parts ask about a member's own screenings, inside their own transactions, which see to the audit. */
@Injectable()
export class ScreenedMatches {
  constructor(private readonly screenings: ScreeningRepository) {}

  /** The match with this merchant that the screening gave, or undefined: missing and another member's are one answer. */
  async find(
    tx: Tx,
    actor: Actor,
    { screeningId, merchantId }: { readonly screeningId: ScreeningId; readonly merchantId: MerchantId },
  ): Promise<ScreenedMatch | undefined> {
    const screening = await this.screenings.find(tx, actor, screeningId);
    const match = screening?.matches.find((match) => match.merchantId === merchantId);
    if (match === undefined) return undefined;
    const agreeing = match.evidence.flatMap(({ indicatorId }) => indicatorId ?? []);
    return { merchantId, indicatorIds: [...new Set(agreeing)] };
  }
}
