import type { Variables } from '../../test/support/caller.js';
import type { SameAnswerRegister, Subject } from './given-register.js';

/** One way to ask, and the two kinds of merchants between which its answers must not tell. */
export interface Probe {
  readonly name: string;
  readonly document: string;
  readonly variables: (subject: Subject, round: number) => Variables;
  /** Those that the register knows and the asker may not, and those that nobody reported. */
  readonly known: (register: SameAnswerRegister) => readonly Subject[];
  readonly unknown: (register: SameAnswerRegister) => readonly Subject[];
}

const SCREEN = `mutation ($input: ScreenMerchantsInput!) { screenMerchants(input: $input) { userErrors { code }
  screenings { id ref outcome tier notice refusals { code } matches { merchantId tier confidence sources reasons ruleOut
  evidence { field evidence explanation yours indicatorId type } } } } }`;
const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { userErrors { code field message }
  report { id status version clientReference createdAt changedAt notices { code field message } history { status at version }
  identifiers { type scope value display normalForm strength } } } }`;

const screened = (merchant: Variables): Variables => ({
  input: { purpose: 'ONBOARDING', merchants: [{ ref: 'row', ...merchant }] },
});

const hiddenOf = ({ hidden }: SameAnswerRegister): readonly Subject[] => hidden;
const heldOf = ({ held }: SameAnswerRegister): readonly Subject[] => held;
const listedOf = ({ listed }: SameAnswerRegister): readonly Subject[] => listed;
const newOf = ({ unknown }: SameAnswerRegister): readonly Subject[] => unknown;

const byIdentifier = (name: string, known: Probe['known']): Probe => ({
  name,
  document: SCREEN,
  variables: ({ iban }) => screened({ identifiers: [{ type: 'IBAN', value: iban }] }),
  known,
  unknown: newOf,
});

const submit = (name: string, known: Probe['known']): Probe => ({
  name,
  document: SUBMIT,
  variables: ({ iban, legalName }, round) => ({
    input: {
      clientReference: `probe-${name.replaceAll(' ', '-')}-${round}`,
      report: {
        reason: 'CSAM_SALE',
        basis: 'INTERNAL_MONITORING',
        paymentMethods: ['CARD'],
        handling: { tlp: 'AMBER' },
        legalName,
        identifiers: [{ type: 'IBAN', value: iban }],
      },
    },
  }),
  known,
  unknown: newOf,
});

/** What is listed must be told from what is unknown: else the probes would find nothing whatever there was. */
export const CONTROL: Probe = byIdentifier('control: screening by identifier, listed', listedOf);

/** Every path on which a hidden merchant must look like an unknown one. */
export const PROBES: readonly Probe[] = [
  byIdentifier('screening by identifier, hidden', hiddenOf),
  byIdentifier('screening by identifier, held', heldOf),
  {
    name: 'screening by name, hidden',
    document: SCREEN,
    variables: ({ legalName }) => screened({ legalName }),
    known: hiddenOf,
    unknown: newOf,
  },
  {
    name: 'merchant(id), hidden',
    document: `query ($id: ID!) { merchant(id: $id, purpose: ONBOARDING) { id status reasons } }`,
    variables: ({ merchantId }) => ({ id: merchantId }),
    known: hiddenOf,
    unknown: newOf,
  },
  {
    name: 'indicator(id), hidden',
    document: `query ($id: ID!) { indicator(id: $id, purpose: ONBOARDING) { id display status } }`,
    variables: ({ indicatorId }) => ({ id: indicatorId }),
    known: hiddenOf,
    unknown: newOf,
  },
  {
    name: 'report(id), another member’s',
    document: `query ($id: ID!) { report(id: $id) { id status narrative } }`,
    variables: ({ reportId }) => ({ id: reportId }),
    known: hiddenOf,
    unknown: newOf,
  },
  submit('submitReport, hidden', hiddenOf),
  submit('submitReport, listed', listedOf),
];
