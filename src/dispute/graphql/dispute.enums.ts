import { describedEnum } from '../../graphql/index.js';
import type { DisputeAnswer, DisputeGrounds, DisputePart } from '../dispute.js';
import type { DisputeOutcome, DisputeStatus } from '../dispute-status.js';

export const DisputeGroundsEnum = describedEnum<DisputeGrounds>(
  'DisputeGrounds',
  'On what a listing is disputed.',
  {
    MISTAKEN_IDENTITY: 'The listing means somebody else.',
    IDENTITY_THEFT: 'Somebody used the name or the data of the listed firm, which is a victim itself.',
    FACTUAL_ERROR: 'What was reported is not so.',
    INSUFFICIENT_EVIDENCE: 'What was reported does not show it.',
    OUTDATED: 'It is not so any more.',
    WRONG_REASON: 'It is listed for another reason than the right one.',
    OWNERSHIP_CHANGED: 'The business belongs to somebody else now.',
  },
);

export const DisputeStatusEnum = describedEnum<DisputeStatus>('DisputeStatus', 'Where a dispute stands.', {
  FILED: 'Those who reported have time to answer.',
  REVIEW: 'People of members that are no party decide it.',
  UPHELD: 'What was disputed is taken off the list.',
  PARTLY_UPHELD: 'Some of the identifiers are taken off the list.',
  REJECTED: 'What was disputed stays on the list.',
  APPEAL: 'A side has appealed. Other people decide it; until then the ruling before is in force.',
});

export const DisputeOutcomeEnum = describedEnum<DisputeOutcome>(
  'DisputeOutcome',
  'How a dispute is decided.',
  {
    UPHELD: 'All that was reported of the merchant is taken off the list. Two people approve it.',
    PARTLY_UPHELD: 'Some of the identifiers are taken off the list. Two people approve it.',
    REJECTED: 'Nothing is taken off the list. One person decides it; on appeal two.',
  },
);

export const DisputeAnswerEnum = describedEnum<DisputeAnswer>(
  'DisputeAnswer',
  'How a member that reported answers a dispute.',
  {
    STAND_BY: 'What it reported is so.',
    WITHDRAW: 'It takes back what it reported. It is off the list at once, and stays so.',
    CORRECT: 'It has corrected its report since the dispute was filed; as corrected it is so.',
  },
);

export const DisputePartEnum = describedEnum<DisputePart>(
  'DisputePart',
  'What part your member has in a dispute.',
  {
    FILER: 'Your member filed it.',
    REPORTER: 'Your member reported what is disputed.',
    REVIEWER: 'Your member is no party: you may decide it.',
  },
);
