import { Injectable } from '@nestjs/common';
import type { MerchantId, ReportId } from '../../common/id.js';
import type { Tx } from '../../database/index.js';
import {
  type Bar,
  MATCHING_MODEL,
  nearRetrievalKeys,
  profileOf,
  type Rarity,
  retrievalKeys,
  scorePair,
  scoreTier,
  type Tier,
  wordsOf,
} from '../../matching/index.js';
import type { DescriptionContent } from '../description-content.js';
import { RegisterRarity } from '../rarity/register-rarity.service.js';
import { type Candidate, CandidateRepository, type KeyedDescription } from './candidate.repository.js';
import { NameWords } from './name-words.service.js';

/** A description that has come or changed, as far as candidates are found for it. */
export interface AskingDescription {
  readonly id: ReportId;
  readonly merchantId: MerchantId;
  readonly receivedAt: Date;
  /** An inactive one is found no more, and asks for none. */
  readonly active: boolean;
  readonly content: DescriptionContent;
}

/** Two descriptions of two merchants that may be one, by names, places, persons and contacts: for a person to decide. */
export interface PossibleByName {
  /** The older of the two, then the other; of equally old ones that with the smaller id first. */
  readonly a: ReportId;
  readonly b: ReportId;
  readonly tier: Tier;
  /** log2 likelihood ratio: the sum of the bars, at or above the review threshold of the model. */
  readonly score: number;
  readonly bars: readonly Bar[];
}

/** Finds what may be the same merchant as a description and shares no identifier with it that would link them. */
@Injectable()
export class Candidates {
  constructor(
    private readonly repository: CandidateRepository,
    private readonly words: NameWords,
    private readonly rarity: RegisterRarity,
  ) {}

  /**
   * Makes the descriptions found by what they say now; one that is inactive is found no more. To be called after the
   * transaction holds its locks on descriptions: it takes locks on words and keys itself.
   */
  async makeFindable(tx: Tx, descriptions: readonly AskingDescription[]): Promise<void> {
    const active = descriptions.filter((description) => description.active);
    await this.words.learn(
      tx,
      active.flatMap(({ content }) => wordsOf(content.identifiers)),
    );
    await this.repository.replaceKeys(
      tx,
      descriptions.map(({ id, active, content }) => ({
        id,
        keys: active ? retrievalKeys(content.identifiers) : [],
      })),
    );
  }

  /**
   * Gives what each description may be the same as: of each two merchants the pair that scores best, in the order of the
   * scores. Each description is compared with a bounded number of candidates. It finds what others made findable and
   * committed, so of two that come at once the later one finds the earlier.
   */
  async findPossible(tx: Tx, descriptions: readonly AskingDescription[]): Promise<readonly PossibleByName[]> {
    const active = descriptions.filter((description) => description.active);
    const candidates = await this.repository.find(tx, await this.asked(tx, active));
    if (candidates.length === 0) return [];
    const rarity = await this.rarity.forDecision(
      tx,
      active.flatMap(({ content }) => content.identifiers),
    );
    return bestOfMerchants(active, candidates, rarity);
  }

  /** What the descriptions are looked for by: their keys, and those of other spellings. */
  private async asked(
    tx: Tx,
    descriptions: readonly AskingDescription[],
  ): Promise<readonly KeyedDescription[]> {
    const words = descriptions.flatMap(({ content }) => wordsOf(content.identifiers));
    const near = await this.words.near(words, tx);
    return descriptions.map(({ id, content: { identifiers } }) => ({
      id,
      keys: [...retrievalKeys(identifiers), ...nearRetrievalKeys(identifiers, near)],
    }));
  }
}

function bestOfMerchants(
  descriptions: readonly AskingDescription[],
  candidates: readonly Candidate[],
  rarity: Rarity,
): PossibleByName[] {
  const askers = new Map(
    descriptions.map((one) => [one.id, { ...one, profile: profileOf(one.content.identifiers) }]),
  );
  const profiles = new Map(candidates.map((one) => [one.id, profileOf(one.content.identifiers)]));
  const best = new Map<string, PossibleByName>();
  for (const candidate of candidates) {
    const asker = askers.get(candidate.askerId);
    const profile = profiles.get(candidate.id);
    if (asker === undefined || profile === undefined) continue;
    const { bits, bars } = scorePair(asker.profile, profile, rarity);
    if (bits < MATCHING_MODEL.reviewBits) continue;
    const tier = scoreTier({ bits, bars }, asker.profile, profile, rarity);
    const merchants = [asker.merchantId, candidate.merchantId].sort().join(' ');
    const [a, b] = [asker, candidate].sort(byAge);
    const found = { a: (a ?? asker).id, b: (b ?? candidate).id, tier, score: bits, bars };
    const before = best.get(merchants);
    if (before === undefined || isBetter(found, before)) best.set(merchants, found);
  }
  return [...best.values()].sort((one, other) => (isBetter(one, other) ? -1 : 1));
}

/** The order in which pairs are found must not show: equal scores go by the ids. */
function isBetter(one: PossibleByName, other: PossibleByName): boolean {
  if (one.score !== other.score) return one.score > other.score;
  return `${one.a} ${one.b}` < `${other.a} ${other.b}`;
}

function byAge(
  one: { readonly id: string; readonly receivedAt: Date },
  other: { readonly id: string; readonly receivedAt: Date },
): number {
  return one.receivedAt.getTime() - other.receivedAt.getTime() || (one.id < other.id ? -1 : 1);
}
