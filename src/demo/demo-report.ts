import type { ReportDraft } from '../report/index.js';
import type { DemoGroupKey, DemoMemberKey } from './demo-members.js';

/** Who may see a demo report, by the keys of the demo's own members and groups: ids are known once they are made. */
export interface DemoHandling {
  readonly tlp: ReportDraft['handling']['tlp'];
  readonly group?: DemoGroupKey;
  readonly named?: readonly DemoMemberKey[];
}

export type DemoDraft = Omit<ReportDraft, 'handling'> & { readonly handling: DemoHandling };

/** What an analyst, or the reporter, does to a report after it was taken. */
export type DemoStep =
  | { readonly verb: 'ACCEPT'; readonly note: string }
  | { readonly verb: 'ASK'; readonly question: string }
  | { readonly verb: 'REJECT'; readonly reason: string }
  | { readonly verb: 'WITHDRAW'; readonly reason: string }
  | { readonly verb: 'CORRECT'; readonly report: DemoDraft };

/** One report of the demo coalition with its life so far. */
export interface DemoReport {
  readonly reporter: DemoMemberKey;
  /** One of a kind within its reporter: what makes seeding repeatable. */
  readonly clientReference: string;
  readonly report: DemoDraft;
  /** In order. None: it was accepted by its basis, or waits for an analyst. */
  readonly steps: readonly DemoStep[];
}
