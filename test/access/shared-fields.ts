/** Why a field of a shared type tells neither who reported nor how many did. */
const RANDOM = 'A random id that is made when it is listed, from nothing that anybody reported.';
const OWN = "The asker's own: what it sent, or when it asked.";
const GIVEN =
  'What a report says of the merchant, as it may be shown: masked, defanged, never a text about it.';
const SHAPE = 'The shape of a list: holds what its nodes hold.';

/**
 * Every field of every type by which members read what others reported, written by hand: a field that is not here does not
 * pass the test. Whoever adds one writes down why it tells neither the reporter nor a count below three others (product.md,
 * rule 4).
 */
export const SHARED_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Indicator: {
    id: RANDOM,
    merchantId:
      'The random id under which the earliest report of its audience was resolved. Its reporter is never told it.',
    type: GIVEN,
    scope: 'As given; null where it would name a member (sharedScope).',
    display: 'Masked or defanged; the earliest spelling stays, so that another report changes nothing.',
    strength: 'Follows from the type.',
    shared: 'Says that unrelated merchants hold the value: of merchants above a limit, not of reporters.',
    status: 'ACTIVE, or DISPUTED, for whatever is listed.',
    disputed: 'Says that somebody challenges the listing, not who reported.',
    version: 'Grows with what readers see change, and with nothing else.',
    reason: 'The gravest of the reasons given: says that one report gave it.',
    confidence: 'Follows from the basis; from a count only where that is told as a band.',
    sources:
      'A band of independent members besides one, from three: the same whether or not the reader is one.',
    handling: 'As the reports of this audience set it.',
    validFrom: 'To the week.',
    validUntil:
      'Follows from beginning and reason; that others extend it is told in the last twelve weeks only.',
    changedAt: 'To the week, of a change that readers see.',
    opinions: SHAPE,
  },
  IndicatorOpinions: {
    confirmed:
      'A band of unrelated members besides one, from three: the same for every reader. No reporter is counted.',
    seenToo: 'As confirmed.',
    outdated: 'As confirmed; a reporter counts as anybody, and the band does not tell.',
    falsePositive: 'As outdated.',
    own: SHAPE,
  },
  Opinion: {
    indicatorId: RANDOM,
    kind: OWN,
    note: OWN,
    givenAt: OWN,
  },
  IndicatorHandling: {
    tlp: 'The same for all reports of this audience.',
    sharingGroup: 'A group that the reader is in, as everyone of its audience.',
  },
  HandlingGroup: { id: 'Of the group.', name: "The group's." },
  IndicatorConnection: { edges: SHAPE, nodes: SHAPE, pageInfo: SHAPE },
  IndicatorEdge: { node: SHAPE, cursor: "The node's id." },
  IndicatorChange: {
    kind: 'What readers see happen; that another reported the same is nothing to see.',
    indicatorId: RANDOM,
    indicator: 'As above; null on a tombstone, which gives no reason.',
    changedAt: 'To the week.',
  },
  IndicatorChangeConnection: { edges: SHAPE, nodes: SHAPE, pageInfo: SHAPE },
  IndicatorChangeEdge: { node: SHAPE, cursor: 'A sealed place: says neither how many there are nor when.' },
  Merchant: {
    id: 'As Indicator.merchantId.',
    status: 'Whether anything of it is listed.',
    reasons: 'The gravest reason of each audience that the reader is in.',
    indicators: SHAPE,
  },
  Screening: {
    id: "Random, of the asker's own question.",
    ref: OWN,
    purpose: OWN,
    outcome: 'Whether anything agrees that the reader may see.',
    tier: 'How well the best match agrees with what was asked.',
    matches: SHAPE,
    markers: SHAPE,
    refusals: 'About what was sent, before anything is looked up.',
    screenedAt: OWN,
    notice: 'The same on every answer.',
  },
  ScreeningConnection: { edges: SHAPE, nodes: SHAPE, pageInfo: SHAPE },
  ScreeningEdge: { node: SHAPE, cursor: "A place among the asker's own questions." },
  ScreeningMatch: {
    merchantId: 'As Indicator.merchantId.',
    tier: 'How well it agrees with what was asked.',
    reasons: 'As Merchant.reasons.',
    evidence: SHAPE,
    ruleOut: 'Sentences chosen by how fields agree.',
    confidence: 'As Indicator.confidence.',
    sources: 'As Indicator.sources; of several audiences the largest, never their sum.',
    disputed: 'As Indicator.disputed.',
  },
  MisusedIdentity: {
    field: OWN,
    type: OWN,
    yours: OWN,
    validUntil: 'To the week, a year after.',
  },
  FieldEvidence: {
    field: OWN,
    type: OWN,
    evidence: 'How the own field agrees.',
    yours: OWN,
    indicatorId: RANDOM,
    explanation: 'A sentence chosen by the kind of agreement.',
  },
  ScreenMerchantsPayload: { screenings: SHAPE, userErrors: 'About what was sent.' },
  PageInfo: { hasNextPage: SHAPE, endCursor: 'As the cursor of the edges.' },
  UserError: {
    code: 'The rule that the input broke.',
    field: 'The path in the input.',
    message: 'The same in words.',
    suggestion: 'Made of what was sent.',
  },
};

/** Types of which a reader is shown those of its own member alone. */
export const OWN_TYPES: readonly string[] = ['Opinion'];

/** The operations by which members read what others reported: what their answers hold is in the table. */
export const SHARED_OPERATIONS: readonly string[] = [
  'indicator',
  'indicators',
  'indicatorChanges',
  'merchant',
  'screening',
  'screenings',
  'screenMerchants',
];
