import { describedEnum } from '../../graphql/index.js';
import type { FieldEvidence, Tier } from '../../matching/index.js';
import type { ScreeningOutcome } from '../screening.js';

export const ScreeningOutcomeEnum = describedEnum<ScreeningOutcome>(
  'ScreeningOutcome',
  'What a screening came to.',
  {
    CLEAR: 'Nothing that you may see agrees.',
    MATCHES: 'Something agrees: follow it up.',
    REFUSED: 'The merchant was not looked up, because the input broke a rule.',
  },
);

export const MatchTierEnum = describedEnum<Tier>('MatchTier', 'How well two merchants agree as a whole.', {
  STRONG: 'By a value that belongs to one merchant, or by several that nearly do.',
  PROBABLE:
    'By a value that nearly belongs to one merchant, with something else that differs; or by several weak ones.',
  POSSIBLE: 'By something that many merchants may share, or against something that differs.',
  NONE: 'Not at all.',
});

export const FieldEvidenceKindEnum = describedEnum<FieldEvidence>(
  'FieldEvidenceKind',
  'How one field agrees.',
  {
    EXACT: 'As typed.',
    NORMALISED: 'The same once both are written the same way.',
    PHONETIC: 'Sounds the same.',
    PARTIAL: 'A part agrees, such as the registrable domain of two hosts.',
    CONFLICT: 'Both have a value, and they cannot belong to one merchant.',
    NONE: 'Nothing to compare.',
  },
);
