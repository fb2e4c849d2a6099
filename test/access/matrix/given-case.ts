import { fromGlobalId, type ReportId, toGlobalId } from '../../../src/common/id.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import type { Caller, Variables } from '../../support/caller.js';
import { settled } from '../../support/register.js';
import type { CaseName } from './belonging.js';
import { type CaseValues, caseValues } from './canary-values.js';
import { absentTarget, type CaseTarget } from './targets.js';

/** Who reports a case, for whom, and what becomes of it. */
export interface GivenCase {
  readonly name: CaseName;
  readonly reporter: Caller;
  readonly handling: Variables;
  /** `ask`: an analyst asks a question. `accept`: an analyst accepts. `none`: accepted by its basis. */
  readonly triage: 'accept' | 'ask' | 'none';
  readonly reason?: string;
}

/** Whose reports a person of the coalition triages. */
export interface Desk {
  readonly analyst: Caller;
}

/** Reports of a case, triaged. What they became is found by `foundCase` once the background has settled. */
export async function reportCase(given: GivenCase, { analyst }: Desk): Promise<readonly string[]> {
  const values = caseValues(given.name);
  const ids: string[] = [];
  for (const [part, report] of Object.entries(reportsOf(given, values))) {
    const reference = part === 'main' ? values.clientReference : `${values.clientReference}-${part}`;
    const taken = await given.reporter.mutate<{ report: { id: string } | null }>(
      'submitReport',
      { clientReference: reference, report },
      'report { id }',
    );
    if (taken.report === null) throw new Error(`${given.name}: ${JSON.stringify(taken.userErrors)}`);
    ids.push(taken.report.id);
  }
  for (const reportId of ids) await triage(given, values, analyst, reportId);
  return ids;
}

async function triage(
  given: GivenCase,
  values: CaseValues,
  analyst: Caller,
  reportId: string,
): Promise<void> {
  if (given.triage === 'none') return;
  const { userErrors } =
    given.triage === 'accept'
      ? await analyst.mutate('acceptReport', { reportId, note: values.note })
      : await analyst.mutate('requestReportInformation', { reportId, question: values.note });
  if (userErrors.length > 0) throw new Error(`${given.name}: ${JSON.stringify(userErrors)}`);
}

/** The main report says everything; its twin shares account and number with it; its rival the account alone. */
function reportsOf(
  { handling, triage: steps, reason = 'CSAM_SALE' }: GivenCase,
  values: CaseValues,
): Record<'main' | 'twin' | 'rival', Variables> {
  const account = { type: 'IBAN', value: values.iban };
  const company = (value: string): Variables => ({ type: 'COMPANY_REG_NO', scope: 'GB', value });
  const common = {
    reason,
    basis: steps === 'none' ? 'TEST_TRANSACTION' : 'INTERNAL_MONITORING',
    paymentMethods: ['CARD', 'CRYPTO'],
    handling,
  };
  return {
    main: {
      ...common,
      country: 'GB',
      actionTaken: 'TERMINATED',
      externalReference: values.externalReference,
      narrative: values.narrative,
      observedFrom: '2026-01-02',
      observedTo: '2026-01-03',
      legalName: values.legalName,
      tradeNames: [values.tradeName],
      descriptors: [values.descriptor],
      addresses: [{ line: values.street, city: values.city, country: 'GB' }],
      principals: [{ name: values.person, birthDate: '1970-02-03' }],
      identifiers: [
        account,
        company(values.companyNumber),
        { type: 'DOMAIN', value: `https://${values.host}/${values.urlPath}` },
        { type: 'EMAIL', value: values.mailbox },
      ],
    },
    twin: { ...common, identifiers: [account, company(values.companyNumber)] },
    rival: {
      ...common,
      legalName: `${values.tradeName} Limited`,
      identifiers: [account, company(values.rivalNumber)],
    },
  };
}

interface FoundRow {
  readonly merchantId: string | null;
  readonly otherMerchantId: string | null;
  readonly indicatorId: string | null;
  readonly judgementId: string | null;
}

/** What a case became, read from the tables. What there is none of is an id that nobody has. */
export async function foundCase(
  app: TestApp,
  name: CaseName,
  [report = '', twin = '', rival = '']: readonly string[],
): Promise<CaseTarget> {
  await settled(app);
  const ids = [report, twin, rival].map((id) => fromGlobalId('report', id) as ReportId);
  const [found] = await asOwner(app.database, (tx) =>
    tx.query<FoundRow>(
      `select (select own_merchant_id from description where id = $1) as "merchantId",
         (select own_merchant_id from description where id = $2) as "otherMerchantId",
         (select i.id from indicator i join merchant_view_member m on m.merchant_view_id = i.merchant_view_id
            join description d on d.own_merchant_id = m.own_merchant_id
          where d.id = $1 order by i.status = 'ACTIVE' desc, i.type = 'DOMAIN' desc, i.id limit 1) as "indicatorId",
         (select j.id from judgement j where j.origin = 'ENGINE' and j.verdict = 'UNSURE' and j.withdrawn_at is null
            and $2 in (j.description_a, j.description_b) limit 1) as "judgementId"`,
      [ids[0], ids[2]],
    ),
  );
  const none = absentTarget('case', name) as CaseTarget;
  const global = (
    kind: 'merchant' | 'indicator' | 'judgement',
    id: string | null | undefined,
    otherwise: string,
  ): string => (id == null ? otherwise : toGlobalId(kind, id as never));
  return {
    kind: 'case',
    values: caseValues(name),
    report,
    twin,
    rival,
    merchant: global('merchant', found?.merchantId, none.merchant),
    otherMerchant: global('merchant', found?.otherMerchantId, none.otherMerchant),
    indicator: global('indicator', found?.indicatorId, none.indicator),
    possibleMatch: global('judgement', found?.judgementId, none.possibleMatch),
    decision: none.decision,
  };
}
