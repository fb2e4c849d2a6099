import type { Verdict } from '../codes.js';
import { minute, oneLine } from '../shown-text.js';
import { detailLines, tableLines } from '../table.js';

/** Two merchants that may be one, as lists show them. */
export interface ShownMatch {
  readonly id: string;
  readonly tier: string;
  readonly score: number | null;
  readonly reason: string;
  readonly since: string;
  readonly left: ShownListSide;
  readonly right: ShownListSide;
}

interface ShownListSide {
  readonly merchantId: string;
  readonly name: string | null;
  readonly reportCount: number;
}

/** One of the two, whole. */
export interface ShownSide {
  readonly id: string;
  readonly reportCount: number;
  readonly names: readonly { readonly display: string }[];
  readonly addresses: readonly { readonly display: string }[];
  readonly identifiers: readonly {
    readonly type: string;
    readonly scope: string | null;
    readonly display: string;
  }[];
  readonly reports: readonly {
    readonly id: string;
    readonly status: string;
    readonly reason: string;
    readonly basis: string;
    readonly receivedAt: string;
  }[];
}

/** What an analyst decided. */
export interface ShownDecision {
  readonly id: string;
  readonly kind: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly decidedAt: string;
  readonly undoneAt: string | null;
}

/** The two side by side, with the evidence. */
export interface ShownComparison {
  readonly id: string;
  readonly tier: string;
  readonly score: number | null;
  readonly reason: string;
  readonly since: string;
  readonly stands: boolean;
  readonly left: ShownSide;
  readonly right: ShownSide;
  readonly evidence: {
    readonly bars: readonly { readonly bits: number; readonly explanation: string }[];
  };
  readonly decisions: readonly ShownDecision[];
}

/** Possible matches as a table. */
export function matchTable(matches: readonly ShownMatch[]): readonly string[] {
  return tableLines(
    ['MATCH', 'TIER', 'SCORE', 'WHY APART', 'SINCE', 'ONE', 'OTHER'],
    matches.map(({ id, tier, score, reason, since, left, right }) => [
      id,
      tier,
      bits(score),
      reason,
      minute(since),
      sideCell(left),
      sideCell(right),
    ]),
  );
}

/** The two, what speaks for and against their being one, and what was decided before. */
export function comparisonLines(match: ShownComparison): readonly string[] {
  const { evidence, decisions } = match;
  return [
    ...detailLines([
      ['Possible match', match.id],
      ['Tier', match.tier],
      ['Score', bits(match.score)],
      ['Why they are apart', match.reason],
      ['Since', minute(match.since)],
    ]),
    '',
    ...sideLines('One', match.left),
    '',
    ...sideLines('Other', match.right),
    ...(evidence.bars.length === 0 ? [] : ['', 'Evidence, in bits for (+) and against (-):']),
    ...evidence.bars.map(({ bits: weight, explanation }) => `  ${bits(weight)}  ${oneLine(explanation)}`),
    ...(decisions.length === 0 ? [] : ['', 'Decided about the two:']),
    ...decisions.flatMap(decisionLines).map((line) => `  ${line}`),
    ...(match.stands
      ? ['', `Next: cordon match decide ${match.id} --verdict SAME|DIFFERENT|UNSURE --reason ...`]
      : ['', 'What is known of the two has changed since: the engine does not ask any more.']),
  ];
}

/** A decision in one line. */
export function decisionLines({
  id,
  verdict,
  reason,
  decidedAt,
  undoneAt,
}: ShownDecision): readonly string[] {
  const undone = undoneAt === null ? '' : `, undone ${minute(undoneAt)}`;
  return [`${id}  ${verdict}  ${minute(decidedAt)}${undone}: ${oneLine(reason)}`];
}

function sideCell({ merchantId, name, reportCount }: ShownListSide): string {
  return `${merchantId} ${name ?? '(no name)'} (${reportCount})`;
}

function sideLines(label: string, side: ShownSide): readonly string[] {
  const reports = `${side.reportCount} ${side.reportCount === 1 ? 'report' : 'reports'}`;
  return [
    `${label}: ${side.id}, ${reports}`,
    ...side.names.map(({ display }) => `  name  ${display}`),
    ...side.addresses.map(({ display }) => `  address  ${display}`),
    ...side.identifiers.map(
      ({ type, scope, display }) => `  ${scope === null ? type : `${type} (${scope})`}  ${display}`,
    ),
    ...side.reports.map(
      ({ id, status, reason, basis, receivedAt }) =>
        `  ${id}  ${status}  ${reason}  ${basis}  ${minute(receivedAt)}`,
    ),
  ];
}

function bits(score: number | null): string {
  return score === null ? '' : `${score < 0 ? '' : '+'}${score.toFixed(1)}`;
}
