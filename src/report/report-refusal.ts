import type { IdentifierRefusalCode } from '../identifier/index.js';
import type { HandlingRefusalCode } from './handling.js';

/** Every rule that a report can break. */
export type ReportRefusalCode =
  | IdentifierRefusalCode
  | HandlingRefusalCode
  | 'NOT_FOUND'
  | 'NOT_ALLOWED_IN_STATE'
  | 'CLIENT_REFERENCE_CONFLICT'
  | 'NO_IDENTIFIER'
  | 'INVALID_DATE'
  | 'DATE_ORDER'
  | 'UNKNOWN_SHARING_GROUP'
  | 'UNKNOWN_MEMBER';
