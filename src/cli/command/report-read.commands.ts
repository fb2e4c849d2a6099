import { type Command, Option } from 'commander';
import type { ReportNotice, UserError } from '../api-types.js';
import { type CoalitionPurpose, REPORT_STATUSES, type ReportStatus } from '../codes.js';
import { CliError } from '../cli-error.js';
import { connect, type Connection } from '../connect/connect.js';
import { operation } from '../connect/graphql-client.js';
import { EXIT_CODE } from '../exit-code.js';
import { detailLines, tableLines } from '../table.js';
import { print, printJson, say } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { showRead } from './show-result.js';
import { coalitionPurposeOption } from './purpose-option.js';

const LIST_MAX = 10_000;
const PAGE_MAX = 100;

interface ReportLine {
  readonly id: string;
  readonly clientReference: string;
  readonly status: ReportStatus;
  readonly version: number;
  readonly reason: string;
  readonly createdAt: string;
}

interface ReportPage {
  readonly reports: {
    readonly nodes: readonly ReportLine[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

interface ReportFilter {
  readonly status?: readonly ReportStatus[];
  readonly clientReference?: string;
}

/** Which reports to ask for, and why, where the coalition's own readers ask. */
interface Asked {
  readonly filter: ReportFilter;
  readonly purpose: CoalitionPurpose | null;
}

const REPORTS = operation<Asked & { first: number; after: string | null }, ReportPage>(`
  query Reports($first: Int!, $after: Cursor, $filter: ReportFilter, $purpose: CoalitionPurpose) {
    reports(first: $first, after: $after, filter: $filter, purpose: $purpose) {
      nodes { id clientReference status version reason createdAt }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

interface ReportDetail extends ReportLine {
  readonly basis: string;
  readonly externalReference: string | null;
  readonly paymentMethods: readonly string[];
  readonly observedFrom: string | null;
  readonly observedTo: string | null;
  readonly identifiers: readonly {
    readonly type: string;
    readonly scope: string | null;
    readonly display: string;
    readonly strength: string;
  }[];
  readonly handling: {
    readonly tlp: string;
    readonly sharingGroupId: string | null;
    readonly namedMemberIds: readonly string[];
  };
  readonly childAtRisk: boolean;
  readonly narrative: string | null;
  readonly notices: readonly ReportNotice[];
  readonly history: readonly {
    readonly status: string;
    readonly version: number;
    readonly note: string | null;
    readonly at: string;
  }[];
}

const REPORT = operation<{ id: string; purpose: CoalitionPurpose | null }, { report: ReportDetail | null }>(`
  query Report($id: ID!, $purpose: CoalitionPurpose) {
    report(id: $id, purpose: $purpose) {
      id clientReference status version reason basis externalReference paymentMethods observedFrom observedTo createdAt
      identifiers { type scope display strength }
      handling { tlp sharingGroupId namedMemberIds }
      childAtRisk
      narrative
      notices { code field message }
      history { status version note at }
    }
  }
`);

const WITHDRAW = operation<
  { input: { reportId: string; reason: string } },
  {
    withdrawReport: {
      report: { id: string; clientReference: string; status: string } | null;
      userErrors: readonly UserError[];
    };
  }
>(`
  mutation WithdrawReport($input: WithdrawReportInput!) {
    withdrawReport(input: $input) {
      report { id clientReference status }
      userErrors { code field message suggestion }
    }
  }
`);

/** What every command that reads takes. */
interface ReadOptions extends CallOptions {
  readonly purpose?: CoalitionPurpose;
}

interface ListOptions extends ReadOptions {
  readonly status?: ReportStatus;
  readonly limit: number;
}

export function defineReportList(report: Command, context: CliContext): void {
  defineCommand(report, 'list', {
    summary: "list your member's reports, newest first",
    examples: [['cordon report list --status NEEDS_INFO', 'those that wait for an answer of yours']],
  })
    .addOption(new Option('--status <status>', 'only those with this status').choices(REPORT_STATUSES))
    .addOption(limitOption({ max: LIST_MAX }))
    .addOption(coalitionPurposeOption())
    .addOption(retryForOption('short'))
    .action(async (options: ListOptions) => {
      const connection = await connect(context.terminal, options);
      const filter = options.status === undefined ? {} : { status: [options.status] };
      const asked = { filter, purpose: options.purpose ?? null };
      const reports = await listReports(connection, asked, options.limit);
      if (options.json === true) {
        printJson(context.terminal, reports);
        return;
      }
      const rows = reports.map((line) => [
        line.clientReference,
        line.status,
        line.reason,
        line.createdAt,
        line.id,
      ]);
      for (const line of tableLines(['REFERENCE', 'STATUS', 'REASON', 'SENT', 'ID'], rows))
        print(context.terminal, line);
    });
}

export function defineReportShow(report: Command, context: CliContext): void {
  defineCommand(report, 'show <report>', {
    summary: 'show one report of yours: what was understood of it, and what became of it',
    examples: [['cordon report show C-17', 'by your own reference, or by its id (rpt_...)']],
  })
    .addOption(coalitionPurposeOption())
    .addOption(retryForOption('short'))
    .action(async (reference: string, options: ReadOptions) => {
      const connection = await connect(context.terminal, options);
      const purpose = options.purpose ?? null;
      const { report: found } = await connection.execute(REPORT, {
        id: await reportId(connection, reference, purpose),
        purpose,
      });
      if (found === null) throw notFound(reference);
      showRead(context, options, found, linesOf);
    });
}

export function defineReportWithdraw(report: Command, context: CliContext): void {
  defineCommand(report, 'withdraw <report>', {
    summary: 'withdraw a report of yours; whoever received what it shared is told',
    examples: [
      [
        'cordon report withdraw C-17 --reason "another merchant was meant"',
        'by your own reference or its id',
      ],
    ],
  })
    .requiredOption('--reason <text>', 'why')
    .addOption(retryForOption('short'))
    .action(async (reference: string, options: CallOptions & { readonly reason: string }) => {
      const connection = await connect(context.terminal, options);
      const input = { reportId: await reportId(connection, reference), reason: options.reason };
      const { withdrawReport } = await connection.execute(WITHDRAW, { input });
      if (options.json === true) printJson(context.terminal, withdrawReport);
      if (withdrawReport.report === null) {
        context.exitCode = EXIT_CODE.refused;
        for (const { message, code } of withdrawReport.userErrors)
          say(context.terminal, `${message} [${code}]`);
      } else if (options.json !== true)
        print(context.terminal, `Report ${withdrawReport.report.id} is withdrawn.`);
    });
}

async function listReports(
  connection: Connection,
  asked: Asked,
  limit: number,
): Promise<readonly ReportLine[]> {
  const found: ReportLine[] = [];
  let after: string | null = null;
  while (found.length < limit) {
    const first = Math.min(PAGE_MAX, limit - found.length);
    const { reports }: ReportPage = await connection.execute(REPORTS, { ...asked, first, after });
    found.push(...reports.nodes);
    if (!reports.pageInfo.hasNextPage) break;
    after = reports.pageInfo.endCursor;
  }
  return found;
}

/** The id of a report that is named by its id or by the member's own reference. */
async function reportId(
  connection: Connection,
  reference: string,
  purpose: CoalitionPurpose | null = null,
): Promise<string> {
  if (/^rpt_[A-Za-z0-9_-]{22}$/.test(reference)) return reference;
  const [found] = await listReports(connection, { filter: { clientReference: reference }, purpose }, 1);
  if (found === undefined) throw notFound(reference);
  return found.id;
}

function notFound(reference: string): CliError {
  return new CliError(
    EXIT_CODE.usage,
    `There is no report "${reference}" that you may see. cordon report list shows yours.`,
  );
}

function linesOf(report: ReportDetail): readonly string[] {
  const observed = [report.observedFrom ?? '', report.observedTo ?? '']
    .filter((day) => day !== '')
    .join(' to ');
  const { tlp, sharingGroupId, namedMemberIds } = report.handling;
  const readers = [...(sharingGroupId === null ? [] : [sharingGroupId]), ...namedMemberIds];
  return [
    ...detailLines([
      ['Report', report.id],
      ['Reference', report.clientReference],
      ['Status', `${report.status}, version ${report.version}`],
      ['Reason', report.reason],
      ['Child at risk', report.childAtRisk ? 'yes, now' : null],
      ['Basis', [report.basis, report.externalReference ?? ''].filter((part) => part !== '').join(', ')],
      ['Paid by', report.paymentMethods.join(', ')],
      ['Observed', observed],
      ['Handling', [tlp, ...readers].join(', ')],
      ['Narrative', report.narrative],
    ]),
    '',
    ...tableLines(
      ['IDENTIFIER', 'VALUE', 'STRENGTH'],
      report.identifiers.map(({ type, scope, display, strength }) => [
        scope === null ? type : `${type} (${scope})`,
        display,
        strength,
      ]),
    ),
    ...report.notices.map(({ field, message }) => `Notice on ${field.join('.')}: ${message}`),
    '',
    ...report.history.map(({ at, status, note }) => `${at}  ${status}${note === null ? '' : `: ${note}`}`),
  ];
}
