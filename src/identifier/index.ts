export { checkText, checkTextWithUrls, type GatedText, type TextRefusal, type TextRules } from './gate.js';
export {
  IDENTIFIER_TYPES,
  type GateRefusalCode,
  type IdentifierInput,
  type IdentifierKey,
  type IdentifierNotice,
  type IdentifierParts,
  type IdentifierRefusalCode,
  type IdentifierType,
  type NormalisedIdentifier,
  type NormaliseOptions,
  type Strength,
} from './identifier.js';
export { type IdentifiedBy, identityOf } from './identity.js';
export { identifierKey } from './key.js';
export { isSharedMailProvider } from './mail-providers.js';
export { defang, maskNumber } from './mask.js';
export { normaliseIdentifier } from './normalise.js';
export {
  normaliseSubject,
  type NormalisedSubject,
  type SubjectIdentifier,
  type SubjectInput,
  type SubjectNotice,
} from './subject.js';
export {
  holdsNarrower,
  normaliseServiceRange,
  SERVICE_RANGE_KINDS,
  type ServiceRange,
  type ServiceRangeKind,
  serviceRangesOf,
  withWider,
} from './service-range.js';
