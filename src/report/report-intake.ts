import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../common/actor.js';
import { Gatherer } from '../common/gatherer.js';
import { type HandlingScopeId, newId, type ReportId } from '../common/id.js';
import { Database, OutboxWorker } from '../database/index.js';
import { DESCRIPTION_CHANGED, descriptionContent, linkHashes } from '../merchant/index.js';
import type { CheckedReport } from './report-draft.js';
import type { ReportStatus } from './report-status.js';
import { sourceKey } from './source-key.js';
import { INSERT_REPORTS } from './sql/insert-reports.js';

/** Reports that are stored together. */
const REPORTS_MAX = 32;

/** A report that breaks no rule and is to be stored. */
export interface NewReport {
  readonly id: ReportId;
  readonly clientReference: string;
  readonly status: ReportStatus;
  readonly at: Date;
  readonly scopeId: HandlingScopeId;
  readonly contentHash: Buffer;
  readonly report: CheckedReport;
}

interface Taking {
  readonly actor: Actor;
  readonly report: NewReport;
}

/**
 * Stores new reports, those of one actor that are under way in this process together where they come together: a report in
 * a batch costs half of one alone, and a commit is shared.
 */
@Injectable()
export class ReportIntake {
  readonly #takings: Gatherer<Taking, ReadonlySet<ReportId>>;

  constructor(database: Database, outboxWorker: OutboxWorker) {
    this.#takings = new Gatherer<Taking, ReadonlySet<ReportId>>(async (takings) => {
      const [{ actor }] = takings;
      const rows = await database.statement<{ id: ReportId }>(INSERT_REPORTS, [
        actor.memberId,
        principalId(actor),
        actor.epoch,
        actor.requestId,
        JSON.stringify(takings.map(rowOf)),
      ]);
      if (rows.length > 0) outboxWorker.nudge(DESCRIPTION_CHANGED);
      return new Set(rows.map(({ id }) => id));
    }, REPORTS_MAX);
  }

  /** Whether the report was stored: it is not where the member has already used its client reference. */
  async take(actor: Actor, report: NewReport): Promise<boolean> {
    const lane = `${actor.memberId} ${principalId(actor)} ${actor.epoch}`;
    return (await this.#takings.gather(lane, { actor, report })).has(report.id);
  }
}

/** One row of `INSERT_REPORTS`. */
function rowOf({ actor, report: { report, contentHash, ...stored } }: Taking): object {
  const content = descriptionContent(actor.memberId, report.identifiers);
  return {
    ...stored,
    ...report,
    requestId: actor.requestId,
    merchantId: newId('merchant'),
    content,
    linkHashes: linkHashes(content),
    contentHash: contentHash.toString('hex'),
    sourceKey: sourceKey({ ...report, memberId: actor.memberId }),
  };
}
