import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { open, rename, unlink } from 'node:fs/promises';
import { type MerchantId, toGlobalId } from '../../common/id.js';
import { Database } from '../../database/index.js';
import { fileError } from '../cli-error.js';
import type { CliContext } from '../command/define-command.js';
import { print, printJson } from '../terminal.js';
import { type AdminOptions, defineAdminCommand } from './define-admin-command.js';
import { type ClusterPlace, SELECT_CLUSTERS } from './select-clusters.js';
import { withApplication } from './with-application.js';

interface ExportOptions extends AdminOptions {
  readonly out: string;
}

export function defineExportClusters(program: Command, context: CliContext): void {
  const parent = program.command('export').description('what the register holds, for the coalition itself');
  defineAdminCommand(parent, 'clusters', {
    summary: 'write which report is about which merchant (CSV: member, client_reference, merchant_id)',
    examples: [
      ['cordon-admin export clusters --out clusters.csv', 'every report that is not withdrawn or rejected'],
    ],
  })
    .addOption(new Option('--out <file>', 'the file to write').makeOptionMandatory())
    .action(async (options: ExportOptions) => {
      await exportClusters(context, options);
    });
}

async function exportClusters({ terminal }: CliContext, options: ExportOptions): Promise<void> {
  const { reports, merchants } = await withApplication(terminal, [], (app) =>
    writeClusters(app.get(Database), options.out),
  );
  if (options.json === true) printJson(terminal, { out: options.out, reports, merchants });
  else print(terminal, `${reports} reports of ${merchants} merchants are in ${options.out}.`);
}

/** Writes all pages of one snapshot: a report that is resolved meanwhile stands where it stood. */
async function writeClusters(
  database: Database,
  out: string,
): Promise<{ readonly reports: number; readonly merchants: number }> {
  const temporary = `${out}.${process.pid}.new`;
  const file = await open(temporary, 'w', 0o600).catch((error: unknown) => {
    throw fileError(out, error);
  });
  const merchants = new Set<MerchantId>();
  let reports = 0;
  try {
    await file.write(line(['member', 'client_reference', 'merchant_id']));
    await database.asSystem('operator', async (tx) => {
      await tx.query('set transaction isolation level repeatable read');
      let after: ClusterPlace | undefined;
      for (;;) {
        const rows = await tx.statement<ClusterPlace>(SELECT_CLUSTERS, [
          after?.memberId ?? null,
          after?.reportId ?? null,
        ]);
        for (const { member, clientReference, merchantId } of rows) {
          merchants.add(merchantId);
          await file.write(line([member, clientReference, toGlobalId('merchant', merchantId)]));
        }
        reports += rows.length;
        after = rows.at(-1);
        if (after === undefined) break;
      }
    });
    await file.close();
    await rename(temporary, out);
  } catch (error) {
    await file.close();
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  return { reports, merchants: merchants.size };
}

function line(cells: readonly string[]): string {
  return stringify([[...cells]], { escape_formulas: true });
}
