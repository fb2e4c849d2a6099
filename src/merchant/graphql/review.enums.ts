import { describedEnum } from '../../graphql/index.js';
import type { ApartReason } from '../../matching/index.js';
import type { JudgementVerdict } from '../judgement.js';
import type { DecisionKind } from '../review/decision.js';
import type { PossibleMatchOrder } from '../review/possible-match.js';

export const JudgementVerdictEnum = describedEnum<JudgementVerdict>(
  'JudgementVerdict',
  'What an analyst decides about two merchants or reports.',
  {
    SAME: 'They are one merchant.',
    DIFFERENT: 'They are two merchants, and stay apart whatever they have in common.',
    UNSURE: 'Looked at and left open.',
  },
);

export const DecisionKindEnum = describedEnum<DecisionKind>(
  'DecisionKind',
  'What an analyst decided about.',
  {
    MATCH: 'Whether two merchants, or two reports, are one.',
    MERGE: 'That several merchants are one.',
    SPLIT: 'That some reports of a merchant are not about it.',
  },
);

export const PossibleMatchOrderEnum = describedEnum<PossibleMatchOrder>(
  'PossibleMatchOrder',
  'In which order possible matches are listed.',
  {
    OLDEST: 'Those first that wait longest.',
    STRONGEST: 'Those first that most likely are one merchant; those without a score last, by their tier.',
    LARGEST: 'Those first whose merchants have most reports together.',
  },
);

export const ApartReasonEnum = describedEnum<ApartReason | 'NAME'>(
  'ApartReason',
  'Why two merchants that have something in common were not joined without a person.',
  {
    JUDGED_DIFFERENT: 'An analyst said that they, or others joined to them, are different.',
    NUMBER_CONFLICT: 'Each has another number of a kind of which a merchant has only one.',
    ELSE_DIFFERENT: 'One strong value agrees, and others differ.',
    BRIDGE: 'The values would join them, but one report alone ties the two.',
    OUTSIZE: 'The values would join them, into more reports than one merchant is likely to have.',
    AMBIGUOUS: 'It fits two merchants that do not fit each other.',
    SHARED_VALUE: 'They have a name in common, and a value that many merchants share.',
    NAME: 'Names, addresses or people agree, and no identifier does.',
  },
);
