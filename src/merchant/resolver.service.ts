import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { MerchantId, ReportId } from '../common/id.js';
import { Config } from '../config/index.js';
import { Outbox, type Tx } from '../database/index.js';
import { clusterDescriptions, type Clustering, linkKeysOf } from '../matching/index.js';
import { Candidates } from './candidates/candidates.service.js';
import { engineDecisions } from './engine-decisions.js';
import { type Explained, explainDecisions, identifiersCompared } from './explain-decisions.js';
import { type EngineDecision, judgementChanges } from './judgement-changes.js';
import { merchantEvents } from './merchant-events.js';
import { decidedByResolution } from './possible-by-name.js';
import { type Move, type PlacedDescription, projectMerchants } from './project-merchants.js';
import { RegisterRarity } from './rarity/register-rarity.service.js';
import { type LockedDescription, NEIGHBOURHOOD_MAX, ResolutionRepository } from './resolution.repository.js';
import {
  DESCRIPTION_RESOLVED,
  type DescriptionResolved,
  MERCHANT_CHANGED,
  type MerchantChanged,
} from './topics.js';

/** How often the locks on a growing neighbourhood are taken anew before others are let go first. */
const LOCK_ATTEMPTS_MAX = 20;

/** Thrown when the neighbourhood went on growing while it was being locked: the outbox tries again later. */
export class NeighbourhoodMoved extends Error {
  override readonly name = 'NeighbourhoodMoved';
}

/** Thrown when more descriptions hang together than one resolution takes. The event stays, with its error, for a person. */
export class NeighbourhoodTooLarge extends Error {
  override readonly name = 'NeighbourhoodTooLarge';
}

/**
 * Resolves descriptions into merchants: step 4 of the path of a report. Runs in the background on any instance.
 *
 * The clusters are a pure function of everything that hangs together (`clusterDescriptions`), computed anew each time and
 * compared with what is stored; so the order in which reports arrive does not matter, a value that turns out to be shared
 * opens the decisions that leaned on it, and running it twice changes nothing.
 */
@Injectable()
export class MerchantResolver {
  constructor(
    private readonly repository: ResolutionRepository,
    private readonly candidates: Candidates,
    private readonly rarity: RegisterRarity,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Brings the merchants around the given descriptions up to date, in the caller's transaction. */
  async resolve(tx: Tx, descriptionIds: readonly ReportId[]): Promise<void> {
    const descriptions = await this.lockNeighbourhood(tx, descriptionIds);
    const ids = descriptions.map(({ id }) => id);
    const active = descriptions.filter((description) => description.active);
    const hashes = [...new Set(active.flatMap(linkHashes))];
    const now = this.clock.now();

    const knownShared = await this.repository.knownShared(tx, hashes);
    const clustering = clusterDescriptions(
      active.map(({ id, receivedAt, content }) => ({ id, receivedAt: receivedAt.toISOString(), ...content })),
      await this.repository.analystJudgements(tx, ids),
      { sharedLimit: this.config.sharedLimit, knownShared },
    );

    // Before decisions are explained: what has just turned out to be shared weighs less in them.
    const reshared = await this.repository.saveShared(
      tx,
      hashes.filter((hash) => !knownShared.has(hash)),
      clustering.shared
        .filter(({ listed }) => !listed)
        .map(({ key, strangers }) => ({ hash: key.hash, kind: key.kind, merchants: strangers })),
      now,
    );
    const clusters = clustering.clusters.map(({ members }) => members as readonly ReportId[]);
    await this.saveDecisions(tx, descriptions, clustering, clusters);
    const moves = await this.move(tx, descriptions, clusters, now);
    await this.findLater(tx, descriptions, descriptionIds);
    await this.tellChanged(tx, [
      ...moves.flatMap(({ from, to }) => [from, to]),
      ...touched(
        descriptions,
        descriptionIds,
        reshared,
        new Map(moves.map((move) => [move.descriptionId, move.to])),
      ),
    ]);
  }

  /**
   * Locks everything that hangs together with the given descriptions. What is read before a lock may be old when the lock
   * is held, so it is read again; where it grew meanwhile, all is let go and taken anew in the order of the ids: adding to
   * held locks out of order is how two resolvers would come to wait for each other.
   */
  private async lockNeighbourhood(tx: Tx, ids: readonly ReportId[]): Promise<LockedDescription[]> {
    let reached = await this.repository.neighbourhood(tx, ids);
    for (let attempt = 1; attempt <= LOCK_ATTEMPTS_MAX; attempt += 1) {
      if (reached.length > NEIGHBOURHOOD_MAX)
        throw new NeighbourhoodTooLarge(`more than ${NEIGHBOURHOOD_MAX} descriptions hang together`);
      await tx.query('savepoint neighbourhood');
      const locked = await this.repository.lock(tx, reached);
      const held = new Set(reached);
      reached = await this.repository.neighbourhood(tx, ids);
      if (reached.every((id) => held.has(id))) return locked;
      await tx.query('rollback to savepoint neighbourhood');
    }
    throw new NeighbourhoodMoved('the neighbourhood grew every time it was locked');
  }

  /** Makes the engine's open judgements what it decides now, each new one with its score. */
  private async saveDecisions(
    tx: Tx,
    descriptions: readonly LockedDescription[],
    clustering: Clustering,
    clusters: readonly (readonly ReportId[])[],
  ): Promise<void> {
    const ids = descriptions.map(({ id }) => id);
    const decisions = engineDecisions(clustering);
    const open = decidedByResolution(await this.repository.engineJudgements(tx, ids), decisions, clusters);
    const { withdrawn, made } = judgementChanges(open, decisions);
    const contentOf = new Map(descriptions.map(({ id, content }) => [id, content]));
    const explained = made.length === 0 ? made : await this.explain(tx, made, { contentOf, clusters });
    await this.repository.saveJudgements(
      tx,
      { withdrawn, made: explained },
      clustering.modelVersion,
      this.clock.now(),
    );
  }

  private async explain(
    tx: Tx,
    made: readonly EngineDecision[],
    explained: Omit<Explained, 'rarity'>,
  ): Promise<readonly EngineDecision[]> {
    const rarity = await this.rarity.forDecision(tx, identifiersCompared(made, explained));
    return explainDecisions(made, { ...explained, rarity });
  }

  /** Puts each description where its cluster is, and gives those that moved. */
  private async move(
    tx: Tx,
    descriptions: readonly LockedDescription[],
    clusters: readonly (readonly ReportId[])[],
    now: Date,
  ): Promise<readonly Move[]> {
    const placed = descriptions.map(placedDescription);
    const moves = projectMerchants(placed, clusters);
    if (moves.length === 0) return moves;
    const moved = new Set(moves.map((move) => move.descriptionId));
    const staying = new Set(placed.filter(({ id }) => !moved.has(id)).map(({ merchantId }) => merchantId));
    await this.repository.saveMoves(tx, moves);
    await this.repository.saveEvents(tx, merchantEvents(moves, staying), now);
    return moves;
  }

  /** What may be the same by name is looked for afterwards: it links nothing, and need not hold up what does. */
  private async findLater(
    tx: Tx,
    descriptions: readonly LockedDescription[],
    askedFor: readonly ReportId[],
  ): Promise<void> {
    const asked = new Set(askedFor);
    await this.candidates.makeFindable(
      tx,
      descriptions.filter(({ id }) => asked.has(id)),
    );
    await this.outbox.put(tx, DESCRIPTION_RESOLVED, {
      descriptionIds: [...asked].sort(),
    } satisfies DescriptionResolved);
  }

  private async tellChanged(tx: Tx, merchantIds: readonly MerchantId[]): Promise<void> {
    const distinct = [...new Set(merchantIds)].sort();
    if (distinct.length > 0)
      await this.outbox.put(tx, MERCHANT_CHANGED, { merchantIds: distinct } satisfies MerchantChanged);
  }
}

function linkHashes({ content }: LockedDescription): string[] {
  return linkKeysOf(content.identifiers).map(({ hash }) => hash);
}

function placedDescription(description: LockedDescription): PlacedDescription {
  const { receivedAt } = description;
  return { ...description, receivedAt: receivedAt.toISOString(), linkHashes: linkHashes(description) };
}

/** The merchants, as they are now, of the descriptions that were asked for and of those that hold a value whose state changed. */
function touched(
  descriptions: readonly LockedDescription[],
  askedFor: readonly ReportId[],
  hashes: readonly string[],
  movedTo: ReadonlyMap<ReportId, MerchantId>,
): MerchantId[] {
  const asked = new Set(askedFor);
  const changed = new Set(hashes);
  return descriptions
    .filter(
      (description) => asked.has(description.id) || linkHashes(description).some((hash) => changed.has(hash)),
    )
    .map(({ id, merchantId }) => movedTo.get(id) ?? merchantId);
}
