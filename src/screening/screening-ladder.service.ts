import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { MerchantId } from '../common/id.js';
import { nearRetrievalKeys, type RetrievalKey, wordsOf } from '../matching/index.js';
import { NameWords, RegisterRarity } from '../merchant/index.js';
import { answerScreening, type RarityAmong } from './answer-screening.js';
import { describingKeys, identifierHashes } from './asked-keys.js';
import type { CheckedMerchant } from './check-subject.js';
import { markersOf } from './markers-of.js';
import { type SeenMerchant, SeenMerchants } from './merchants-seen.js';
import type { MisusedIdentity, ScreeningAnswer } from './screening.js';
import { ScreeningDesk } from './screening-desk.js';

/** One merchant of a request on its way up the ladder. */
interface Climbing {
  readonly checked: CheckedMerchant;
  /** What the answer was given from. */
  readonly candidates: readonly SeenMerchant[];
  /** What was compared before and is no match: it is not compared again. */
  readonly dismissed: ReadonlySet<MerchantId>;
  readonly answer: ScreeningAnswer;
  /** Found with the identifiers; it decides nothing. */
  readonly markers: readonly MisusedIdentity[];
}

/**
 * Finds what a screening is answered from, rung by rung and the cheapest first (architecture.md, "The path of a
 * screening"): by identifiers; by names, places, persons and contacts where identifiers found nothing strong; and by other
 * spellings of the names where nothing was found at all. Each rung is one statement for all merchants of the request that
 * reach it. What the asker may not see finds nothing on any rung, so that the hidden and the unknown take the same way.
 */
@Injectable()
export class ScreeningLadder {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly words: NameWords,
    private readonly rarity: RegisterRarity,
  ) {}

  private readonly among: RarityAmong = (candidates) => this.rarity.forScreening(candidates);

  /** The answers, in the order of the merchants. */
  async answer(actor: Actor, merchants: readonly CheckedMerchant[]): Promise<readonly ScreeningAnswer[]> {
    let climbing = await this.byIdentifier(actor, merchants);
    climbing = await this.byName(actor, climbing);
    climbing = await this.byOtherSpelling(actor, climbing);
    return climbing.map(({ answer, markers }) => (markers.length === 0 ? answer : { ...answer, markers }));
  }

  private async byIdentifier(actor: Actor, merchants: readonly CheckedMerchant[]): Promise<Climbing[]> {
    const hashes = merchants.map((checked) => (checked.ok ? identifierHashes(checked.value) : []));
    const asked = [...new Set(hashes.flat())];
    const seen = asked.length === 0 ? new SeenMerchants([]) : await this.desk.lookUp(actor, asked);
    return merchants.map((checked, place) => {
      const candidates = seen.holding(hashes[place] ?? []);
      const markers = checked.ok ? markersOf(checked.value, seen) : [];
      return climbed({ checked, dismissed: new Set(), markers }, candidates, this.among);
    });
  }

  private byName(actor: Actor, climbing: readonly Climbing[]): Promise<Climbing[]> {
    return this.climb(actor, climbing, ({ checked, answer }) =>
      checked.ok && answer.tier !== 'STRONG' ? describingKeys(checked.value) : [],
    );
  }

  private async byOtherSpelling(actor: Actor, climbing: readonly Climbing[]): Promise<Climbing[]> {
    const stays = ({ checked, answer }: Climbing): boolean => checked.ok && answer.tier === 'NONE';
    const words = climbing
      .filter(stays)
      .flatMap(({ checked }) => (checked.ok ? wordsOf(checked.value.identifiers) : []));
    if (words.length === 0) return [...climbing];
    const near = await this.words.near(words);
    return this.climb(actor, climbing, (one) =>
      one.checked.ok && stays(one) ? nearRetrievalKeys(one.checked.value.identifiers, near) : [],
    );
  }

  /** Retrieves by the keys of each merchant, and answers anew those that something was found for. */
  private async climb(
    actor: Actor,
    climbing: readonly Climbing[],
    keysOf: (one: Climbing) => readonly RetrievalKey[],
  ): Promise<Climbing[]> {
    const asked = climbing.flatMap((one, asker) => keysOf(one).map(({ hash }) => ({ asker, hash })));
    if (asked.length === 0) return [...climbing];
    const found = await this.desk.retrieve(actor, asked);
    return climbing.map((one, asker) => {
      const fresh = (found.get(asker) ?? []).filter(({ merchantId }) => !one.dismissed.has(merchantId));
      return fresh.length === 0 ? one : climbed(one, [...one.candidates, ...fresh], this.among);
    });
  }
}

/** Answers from these candidates. Where none is a match, the next rung need not look at them again. */
function climbed(
  { checked, dismissed, markers }: Pick<Climbing, 'checked' | 'dismissed' | 'markers'>,
  candidates: readonly SeenMerchant[],
  among: RarityAmong,
): Climbing {
  const answer = answerScreening(checked, candidates, among);
  if (answer.tier !== 'NONE') return { checked, candidates, dismissed, markers, answer };
  const ids = candidates.map(({ merchantId }) => merchantId);
  return { checked, candidates: [], dismissed: new Set([...dismissed, ...ids]), markers, answer };
}
