export { BreakGlassNotices } from './break-glass/break-glass-notices.js';
export { BreakGlasses } from './break-glass/break-glass.service.js';
export { REPORT_LIMITS } from './check-report.js';
export {
  IdentifierTypeEnum,
  MerchantActionEnum,
  ReportReasonEnum,
  StrengthEnum,
  TlpEnum,
} from './graphql/report.enums.js';
export { ReportType } from './graphql/report.types.js';
export { IdentifierInput, SubjectFields, toSubjectInput } from './graphql/subject.input.js';
export { toReport } from './graphql/to-report.js';
export { type Handling, maySeeScope, type Tlp } from './handling.js';
export type { EarlierReason, ListedReport, WithdrawnReport } from './listed-report.js';
export { ListedReports, type SharedHandling } from './listed-reports.js';
export { type MerchantAction, type PaymentMethod, REPORT_REASONS, type ReportReason } from './reason.js';
export type { ReportDraft } from './report-draft.js';
export { ReportLife } from './report-life.service.js';
export { ReportModule } from './report.module.js';
export { ReportService } from './report.service.js';
export type { ReportStatus } from './report-status.js';
export { type RuledOut, Rulings } from './ruling/rulings.service.js';
export { valueHash } from './ruling/value-hash.js';
export { REPORT_NARROWED, type ReportNarrowed } from './topics.js';
