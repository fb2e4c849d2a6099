import type { Variables } from '../../support/caller.js';
import type { Aim, AimAt, OwnThings } from './aim.js';
import type { CaseValues } from './canary-values.js';
import { canaryWord } from './canary-values.js';

const REASON = 'As the test says.';

/** A report that says nothing about anybody's merchant. */
const aReport = (fresh: string, values: Variables = {}): Variables => ({
  reason: 'CSAM_SALE',
  basis: 'TEST_TRANSACTION',
  paymentMethods: ['CARD'],
  legalName: canaryWord(fresh),
  handling: { tlp: 'AMBER_STRICT' },
  ...values,
});

/** Everything that a case's reports say of its merchant, as a report or a screening says it. */
const wholeMerchant = (values: CaseValues): Variables => ({
  legalName: values.legalName,
  tradeNames: [values.tradeName],
  descriptors: [values.descriptor],
  country: 'GB',
  addresses: [{ line: values.street, city: values.city, country: 'GB', postcode: 'ZZ1 1ZZ' }],
  principals: [{ name: values.person, birthDate: '1970-02-03' }],
  identifiers: [
    { type: 'IBAN', value: values.iban },
    { type: 'COMPANY_REG_NO', scope: 'GB', value: values.companyNumber },
    { type: 'DOMAIN', value: values.host },
    { type: 'EMAIL', value: values.mailbox },
  ],
});

/** A mutation whose one field names the object. */
const atMember = (operation: string, more: Variables = {}): AimAt<'member'> => ({
  path: `${operation}(input.memberId)`,
  operation,
  at: 'member',
  variables: ({ id }) => ({ input: { memberId: id, ...more } }),
});

const atReport = (operation: string, more: (own: OwnThings) => Variables = () => ({})): AimAt<'case'> => ({
  path: `${operation}(input.reportId)`,
  operation,
  at: 'case',
  variables: ({ report }, own) => ({ input: { reportId: report, ...more(own) } }),
});

const submit = (fresh: string, report: Variables): Variables => ({
  input: { clientReference: `ref-${fresh}`, report },
});

const screen = (merchant: Variables): Variables => ({
  input: { purpose: 'ONBOARDING', merchants: [{ ref: 'row', ...merchant }] },
});

const REPORT_AIMS: readonly Aim[] = [
  {
    path: 'submitReport()',
    operation: 'submitReport',
    variables: (_, { fresh }) => submit(fresh, aReport(fresh)),
  },
  {
    path: 'submitReport(input.clientReference)',
    operation: 'submitReport',
    at: 'case',
    variables: ({ values }, { fresh }) => ({
      input: { clientReference: values.clientReference, report: aReport(fresh) },
    }),
  },
  {
    path: 'submitReport(input.report)',
    operation: 'submitReport',
    at: 'case',
    variables: ({ values }, { fresh }) =>
      submit(
        fresh,
        aReport(fresh, { ...wholeMerchant(values), externalReference: values.externalReference }),
      ),
  },
  {
    path: 'submitReport(input.report.handling.sharingGroupId)',
    operation: 'submitReport',
    at: 'sharingGroup',
    variables: ({ id }, { fresh }) =>
      submit(fresh, aReport(fresh, { handling: { tlp: 'AMBER', sharingGroupId: id } })),
  },
  {
    path: 'submitReport(input.report.handling.namedMemberIds)',
    operation: 'submitReport',
    at: 'member',
    variables: ({ id }, { fresh }) =>
      submit(fresh, aReport(fresh, { handling: { tlp: 'RED', namedMemberIds: [id] } })),
  },
  atReport('correctReport', ({ fresh }) => ({ report: aReport(fresh) })),
  atReport('withdrawReport', () => ({ reason: REASON })),
  atReport('acceptReport'),
  atReport('rejectReport', () => ({ reason: REASON })),
  atReport('requestReportInformation', () => ({ question: REASON })),
  {
    path: 'screenMerchants(input.merchants.identifiers)',
    operation: 'screenMerchants',
    at: 'case',
    variables: ({ values }) => screen({ identifiers: [{ type: 'IBAN', value: values.iban }] }),
  },
  {
    path: 'screenMerchants(input.merchants.legalName)',
    operation: 'screenMerchants',
    at: 'case',
    variables: ({ values }) => screen({ legalName: values.legalName }),
  },
  {
    path: 'screenMerchants(input.merchants)',
    operation: 'screenMerchants',
    at: 'case',
    variables: ({ values }) => screen(wholeMerchant(values)),
  },
];

const REVIEW_AIMS: readonly Aim[] = [
  {
    path: 'decideMatch(input.possibleMatchId)',
    operation: 'decideMatch',
    at: 'case',
    variables: ({ possibleMatch }) => ({
      input: { possibleMatchId: possibleMatch, verdict: 'DIFFERENT', reason: REASON },
    }),
  },
  {
    path: 'decideMatch(input.reportIds)',
    operation: 'decideMatch',
    at: 'case',
    variables: ({ report, rival }) => ({
      input: { reportIds: [report, rival], verdict: 'DIFFERENT', reason: REASON },
    }),
  },
  {
    path: 'mergeMerchants(input.merchantIds)',
    operation: 'mergeMerchants',
    at: 'case',
    variables: ({ merchant, otherMerchant }) => ({
      input: { merchantIds: [merchant, otherMerchant], reason: REASON },
    }),
  },
  {
    path: 'splitMerchant(input.merchantId)',
    operation: 'splitMerchant',
    at: 'case',
    variables: ({ merchant, twin }) => ({
      input: { merchantId: merchant, reportIds: [twin], reason: REASON },
    }),
  },
  {
    path: 'undoDecision(input.decisionId)',
    operation: 'undoDecision',
    at: 'case',
    variables: ({ decision }) => ({ input: { decisionId: decision, reason: REASON } }),
  },
];

const MEMBER_AIMS: readonly Aim[] = [
  {
    path: 'applyMember()',
    operation: 'applyMember',
    variables: (_, { fresh }) => ({
      input: { name: `Newcomer ${fresh}`, kind: 'ACQUIRER', country: 'EE', region: 'EU' },
    }),
  },
  {
    path: 'applyMember(input.name)',
    operation: 'applyMember',
    at: 'member',
    variables: ({ name }) => ({ input: { name, kind: 'ACQUIRER', country: 'EE' } }),
  },
  atMember('approveMember'),
  atMember('rejectMember', { reason: REASON }),
  atMember('signAgreement', { version: '2026-1', signedBy: 'Somebody' }),
  atMember('suspendMember', { reason: REASON }),
  atMember('resumeMember', { reason: REASON }),
  atMember('endMembership', { reason: REASON }),
  atMember('changeMemberAttributes', { kind: 'ISSUER', reason: REASON }),
  atMember('setMemberLimits', { ratePointsMax: 1_000_000, reason: REASON }),
];

const GROUP_AIMS: readonly Aim[] = [
  {
    path: 'createSharingGroup()',
    operation: 'createSharingGroup',
    variables: (_, { fresh, member }) => ({
      input: { name: `Group ${fresh}`, description: REASON, memberIds: [member] },
    }),
  },
  {
    path: 'createSharingGroup(input.name)',
    operation: 'createSharingGroup',
    at: 'sharingGroup',
    variables: ({ name }, { member }) => ({ input: { name, description: REASON, memberIds: [member] } }),
  },
  {
    path: 'createSharingGroup(input.memberIds)',
    operation: 'createSharingGroup',
    at: 'member',
    variables: ({ id }, { fresh }) => ({
      input: { name: `Group ${fresh}`, description: REASON, memberIds: [id] },
    }),
  },
  ...['addSharingGroupMembers', 'removeSharingGroupMembers'].flatMap((operation): Aim[] => [
    {
      path: `${operation}(input.sharingGroupId)`,
      operation,
      at: 'sharingGroup',
      variables: ({ id }, { member }) => ({ input: { sharingGroupId: id, memberIds: [member] } }),
    },
    {
      path: `${operation}(input.memberIds)`,
      operation,
      at: 'member',
      variables: ({ id }, { group }) => ({ input: { sharingGroupId: group, memberIds: [id] } }),
    },
  ]),
];

/** The mutations' half of AIMS. */
export const MUTATION_AIMS: readonly Aim[] = [...REPORT_AIMS, ...REVIEW_AIMS, ...MEMBER_AIMS, ...GROUP_AIMS];
