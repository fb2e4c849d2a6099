import type { UserError } from '../api-types.js';
import type {
  ActionStatus,
  Assessment,
  CoalitionPurpose,
  MerchantAction,
  NetworkList,
  OpinionKind,
} from '../codes.js';
import { mutation, operation } from '../connect/graphql-client.js';

/** An action as the service shows it. */
export interface ShownAction {
  readonly id: string;
  readonly memberId: string;
  readonly clientReference: string;
  readonly status: ActionStatus;
  readonly version: number;
  readonly kind: MerchantAction;
  readonly effectiveOn: string;
  readonly accountsClosed: number | null;
  readonly networkListing: NetworkListing | null;
  readonly forwardedToMemberId: string | null;
  readonly note: string | null;
  readonly noticeId: string | null;
  readonly screeningId: string | null;
  readonly merchantId: string;
  readonly dispositionId: string | null;
  readonly withdrawalReason: string | null;
  readonly recordedAt: string;
  readonly versions: readonly {
    readonly version: number;
    readonly kind: MerchantAction;
    readonly effectiveOn: string;
    readonly at: string;
  }[];
}

export interface NetworkListing {
  readonly list: NetworkList;
  readonly code: string;
  readonly listedOn: string;
}

/** What was done, as it is sent. */
export interface TypedAction {
  readonly kind: MerchantAction;
  readonly effectiveOn: string;
  readonly accountsClosed: number | null;
  readonly networkListing: NetworkListing | null;
  readonly forwardedToMemberId: string | null;
  readonly note: string | null;
}

/** What it is about: a notice, or a match. */
export interface TypedLead {
  readonly noticeId: string | null;
  readonly screeningId: string | null;
  readonly merchantId: string | null;
}

/** The answer to every mutation of actions. */
export interface ActionAnswer {
  readonly action: ShownAction | null;
  readonly urlPathDropped?: boolean;
  readonly userErrors: readonly UserError[];
}

export interface ShownDisposition {
  readonly id: string;
  readonly noticeId: string | null;
  readonly screeningId: string | null;
  readonly merchantId: string;
  readonly version: number;
  readonly current: boolean;
  readonly assessment: Assessment;
  readonly rationale: string;
  readonly at: string;
}

export interface DispositionAnswer {
  readonly disposition: ShownDisposition | null;
  readonly urlPathDropped: boolean;
  readonly userErrors: readonly UserError[];
}

export interface ShownOpinion {
  readonly indicatorId: string;
  readonly kind: OpinionKind;
  readonly note: string | null;
  readonly givenAt: string;
}

export interface OpinionAnswer {
  readonly opinion: ShownOpinion | null;
  readonly urlPathDropped?: boolean;
  readonly userErrors: readonly UserError[];
}

/** Of ShownAction. */
const ACTION_FIELDS = `
  id memberId clientReference status version kind effectiveOn accountsClosed networkListing { list code listedOn }
  forwardedToMemberId note noticeId screeningId merchantId dispositionId withdrawalReason recordedAt
  versions { version kind effectiveOn at }
`;

/** Of ShownDisposition. */
const DISPOSITION_FIELDS = 'id noticeId screeningId merchantId version current assessment rationale at';

export interface ActionQuery {
  readonly first: number;
  readonly purpose: CoalitionPurpose | null;
  readonly noticeId: string | null;
  readonly screeningId: string | null;
  readonly merchantId: string | null;
  readonly statuses: readonly ActionStatus[] | null;
}

export const ACTIONS = operation<ActionQuery, { actions: { nodes: readonly ShownAction[] } }>(`
  query Actions(
    $first: Int!, $purpose: CoalitionPurpose, $noticeId: ID, $screeningId: ID, $merchantId: ID, $statuses: [ActionStatus!]
  ) {
    actions(
      first: $first
      purpose: $purpose
      filter: { noticeId: $noticeId, screeningId: $screeningId, merchantId: $merchantId, statuses: $statuses }
    ) {
      nodes { ${ACTION_FIELDS} }
    }
  }
`);

export const ACTION = operation<
  { id: string; purpose: CoalitionPurpose | null },
  { action: ShownAction | null }
>(`
  query Action($id: ID!, $purpose: CoalitionPurpose) {
    action(id: $id, purpose: $purpose) { ${ACTION_FIELDS} }
  }
`);

export const RECORD_ACTION = mutation<
  TypedLead & { readonly clientReference: string; readonly action: TypedAction },
  ActionAnswer
>('recordAction', `action { ${ACTION_FIELDS} } urlPathDropped`);

export const CORRECT_ACTION = mutation<
  { readonly actionId: string; readonly action: TypedAction },
  ActionAnswer
>('correctAction', `action { ${ACTION_FIELDS} } urlPathDropped`);

export const WITHDRAW_ACTION = mutation<{ readonly actionId: string; readonly reason: string }, ActionAnswer>(
  'withdrawAction',
  `action { ${ACTION_FIELDS} }`,
);

export const DISPOSITIONS = operation<
  { first: number; noticeId: string | null; screeningId: string | null; merchantId: string | null },
  { dispositions: { nodes: readonly ShownDisposition[] } }
>(`
  query Dispositions($first: Int!, $noticeId: ID, $screeningId: ID, $merchantId: ID) {
    dispositions(first: $first, filter: { noticeId: $noticeId, screeningId: $screeningId, merchantId: $merchantId }) {
      nodes { ${DISPOSITION_FIELDS} }
    }
  }
`);

export const RECORD_DISPOSITION = mutation<
  TypedLead & { readonly assessment: Assessment; readonly rationale: string },
  DispositionAnswer
>('recordDisposition', `disposition { ${DISPOSITION_FIELDS} } urlPathDropped`);

export const GIVE_OPINION = mutation<
  { readonly indicatorId: string; readonly opinion: OpinionKind; readonly note: string | null },
  OpinionAnswer
>('giveOpinion', 'opinion { indicatorId kind note givenAt } urlPathDropped');

export const WITHDRAW_OPINION = mutation<{ readonly indicatorId: string }, OpinionAnswer>(
  'withdrawOpinion',
  'opinion { indicatorId kind note givenAt }',
);
