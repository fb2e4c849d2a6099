import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { OutboxWorker } from '../database/index.js';
import { MODEL_VERSION } from '../matching/index.js';
import { Candidates } from './candidates/candidates.service.js';
import { judgementChanges } from './judgement-changes.js';
import { decisionsByName } from './possible-by-name.js';
import { PossibleByNameRepository } from './possible-by-name.repository.js';
import { ResolutionRepository } from './resolution.repository.js';
import { DESCRIPTION_RESOLVED, type DescriptionResolved } from './topics.js';

/** Descriptions looked at in one transaction. */
const BATCH_MAX = 20;

/**
 * Looks for what resolved descriptions may be the same as by name, place or person, and puts it before the analysts. It
 * links nothing, so it holds no lock that a resolution waits for.
 */
@Injectable()
export class PossibleMatchConsumer implements OnModuleInit {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly candidates: Candidates,
    private readonly repository: PossibleByNameRepository,
    private readonly resolution: ResolutionRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<DescriptionResolved>({
      topic: DESCRIPTION_RESOLVED,
      batchMax: BATCH_MAX,
      handle: async (tx, events) => {
        const ids = [...new Set(events.flatMap(({ payload }) => payload.descriptionIds))];
        const found = await this.candidates.findPossible(tx, await this.repository.descriptions(tx, ids));
        const open = await this.repository.open(tx, ids);
        const decisions = await this.repository.withoutJudged(tx, decisionsByName(found), open);
        const changes = judgementChanges(open, decisions);
        await this.resolution.saveJudgements(tx, changes, MODEL_VERSION, this.clock.now());
      },
    });
  }
}
