import { Injectable } from '@nestjs/common';
import type { JudgementId, MerchantId, ReportId } from '../../common/id.js';
import { decodeCursor, encodeCursor, type Page, pageOf, type PageRequest } from '../../common/page.js';
import type { Tx } from '../../database/index.js';
import { isExactTime, isUuid, notACursor } from '../../graphql/index.js';
import type { MatchEvidence } from './match-evidence.js';
import type { MatchSide, PossibleMatch, PossibleMatchFilter, PossibleMatchOrder } from './possible-match.js';
import { POSSIBLE_MATCH, POSSIBLE_MATCHES } from './sql/select-possible-matches.js';

/** A possible match with all that the engine stored about it. */
export interface PossibleMatchFound {
  readonly match: PossibleMatch;
  readonly evidence: MatchEvidence;
  /** False once the engine does not ask any more. */
  readonly stands: boolean;
}

interface Row extends Omit<PossibleMatch, 'left' | 'right'> {
  readonly sinceExact: string;
  readonly leftMerchantId: MerchantId;
  readonly leftReportId: ReportId;
  readonly leftName: string | null;
  readonly leftReportCount: number;
  readonly rightMerchantId: MerchantId;
  readonly rightReportId: ReportId;
  readonly rightName: string | null;
  readonly rightReportCount: number;
}

type ListedRow = Row & { readonly sort1: number; readonly sort2: number };

/** The SQL of possible matches, as far as both reports are open to the analyst who has entered. */
@Injectable()
export class PossibleMatchRepository {
  async list(
    tx: Tx,
    filter: PossibleMatchFilter,
    order: PossibleMatchOrder,
    page: PageRequest,
  ): Promise<Page<PossibleMatch>> {
    const place = page.after === undefined ? undefined : placeOf(page.after, order);
    const rows = await tx.statement<ListedRow>(POSSIBLE_MATCHES[order], [
      page.first + 1,
      filter.tiers ?? null,
      filter.reasons ?? null,
      filter.merchantId ?? null,
      filter.leftOpen,
      ...(place ?? [0, 0, null, null]),
    ]);
    const { rows: kept, ...rest } = pageOf(rows, page.first, ({ sort1, sort2, sinceExact, id }) =>
      encodeCursor([order, sort1, sort2, sinceExact, id]),
    );
    return { ...rest, rows: kept.map(toPossibleMatch) };
  }

  async find(tx: Tx, id: JudgementId): Promise<PossibleMatchFound | undefined> {
    const [row] = await tx.statement<Row & { readonly evidence: MatchEvidence; readonly stands: boolean }>(
      POSSIBLE_MATCH,
      [id],
    );
    return row && { match: toPossibleMatch(row), evidence: row.evidence, stands: row.stands };
  }
}

function toPossibleMatch(row: Row): PossibleMatch {
  const left: MatchSide = {
    merchantId: row.leftMerchantId,
    reportId: row.leftReportId,
    name: row.leftName,
    reportCount: row.leftReportCount,
  };
  const right: MatchSide = {
    merchantId: row.rightMerchantId,
    reportId: row.rightReportId,
    name: row.rightName,
    reportCount: row.rightReportCount,
  };
  const { id, since, tier, score, reason, modelVersion } = row;
  return { id, since, tier, score, reason, modelVersion, left, right };
}

/** Where the list goes on, if it is a place of this order. */
function placeOf(cursor: string, order: PossibleMatchOrder): readonly (string | number)[] {
  const [of, sort1, sort2, since, id] = decodeCursor(cursor, 5) ?? [];
  const fits =
    of === order && typeof sort1 === 'number' && Number.isInteger(sort2) && Math.abs(Number(sort2)) < 10;
  if (fits && isExactTime(since) && isUuid(id)) return [sort1, Number(sort2), since, id];
  throw notACursor();
}
