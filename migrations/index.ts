import type { MigrationInterface } from 'typeorm';
import { CreateServiceRole1795219200001 } from './0001-create-service-role.js';
import { CreateMember1795219200002 } from './0002-create-member.js';
import { CreatePrincipal1795219200003 } from './0003-create-principal.js';
import { CreateAuditEntry1795219200004 } from './0004-create-audit-entry.js';
import { CreateOutbox1795219200005 } from './0005-create-outbox.js';
import { CreateMerchant1795219200006 } from './0006-create-merchant.js';
import { CreateReport1795219200007 } from './0007-create-report.js';
import { CreateIndicator1795219200008 } from './0008-create-indicator.js';
import { CreateScreening1795219200009 } from './0009-create-screening.js';
import { CreateMerchantView1795219200010 } from './0010-create-merchant-view.js';
import { CreateScreeningFunctions1795219200011 } from './0011-create-screening-functions.js';
import { CreateFeedIndex1795219200012 } from './0012-create-feed-index.js';
import { CreateScopeIndex1795219200013 } from './0013-create-scope-index.js';
import { CreateReviewDecision1795219200014 } from './0014-create-review-decision.js';
import { SlimScreening1795219200015 } from './0015-slim-screening.js';
import { CreateDescriptionRetrieval1795219200016 } from './0016-create-description-retrieval.js';
import { CreateViewRetrieval1795219200017 } from './0017-create-view-retrieval.js';
import { SlimDescriptionKey1795219200018 } from './0018-slim-description-key.js';
import { CreateNameWordCount1795219200019 } from './0019-create-name-word-count.js';
import { CreateWaitingChange1795219200020 } from './0020-create-waiting-change.js';
import { SlimProjections1795219200021 } from './0021-slim-projections.js';
import { CreateNeighbourhoodFunction1795219200022 } from './0022-create-neighbourhood-function.js';
import { CreateDatabaseRoles1795219200023 } from './0023-create-database-roles.js';
import { GrantByRole1795219200024 } from './0024-grant-by-role.js';
import { CreateRowPolicies1795219200025 } from './0025-create-row-policies.js';
import { MarkScreeningRules1795219200026 } from './0026-mark-screening-rules.js';
import { CreateApproval1795219200030 } from './0030-create-approval.js';
import { ApproveMemberByTwo1795219200031 } from './0031-approve-member-by-two.js';
import { CreateRoleGrant1795219200032 } from './0032-create-role-grant.js';
import { CreateBreakGlass1795219200033 } from './0033-create-break-glass.js';
import { TellLaterEndLater1795219200034 } from './0034-tell-later-end-later.js';
import { CreateHold1795219200035 } from './0035-create-hold.js';
import { CreateGroupRule1795219200036 } from './0036-create-group-rule.js';
import { ExtendSession1795219200040 } from './0040-extend-session.js';
import { CreateIdentityProvider1795219200041 } from './0041-create-identity-provider.js';
import { CreatePasskey1795219200042 } from './0042-create-passkey.js';
import { EndSessionsOfOthers1795219200043 } from './0043-end-sessions-of-others.js';
import { ProveClientByAddress1795219200045 } from './0045-prove-client-by-address.js';
import { CreateDpopProof1795219200046 } from './0046-create-dpop-proof.js';
import { CreateMemberLimit1795219200050 } from './0050-create-member-limit.js';
import { CreateAskedIdentifier1795219200051 } from './0051-create-asked-identifier.js';
import { CreateFishingAlarm1795219200052 } from './0052-create-fishing-alarm.js';
import { LookKeysUpByScope1795219200053 } from './0053-look-keys-up-by-scope.js';
import { NarrowTriageWrites1795219200054 } from './0054-narrow-triage-writes.js';
import { CreateAlert1795219200060 } from './0060-create-alert.js';
import { CreateServiceRange1795219200061 } from './0061-create-service-range.js';
import { CreateNotice1795219200062 } from './0062-create-notice.js';
import { AddChildAtRisk1795219200063 } from './0063-add-child-at-risk.js';
import { CreateAction1795219200065 } from './0065-create-action.js';
import { CreateOpinion1795219200066 } from './0066-create-opinion.js';
import { CreateReportRuling1795219200070 } from './0070-create-report-ruling.js';
import { CreateListingChallenge1795219200071 } from './0071-create-listing-challenge.js';
import { CreateDispute1795219200072 } from './0072-create-dispute.js';
import { CreateIdentityMarker1795219200073 } from './0073-create-identity-marker.js';
import { CreateDelivery1795219200075 } from './0075-create-delivery.js';
import { CreateRecall1795219200076 } from './0076-create-recall.js';
import { CreateScheduleRun1795219200077 } from './0077-create-schedule-run.js';
import { FindAudienceByIndex1795219200078 } from './0078-find-audience-by-index.js';
import { GuardOwnAccount1795219200079 } from './0079-guard-own-account.js';
import { FindWaitingAlerts1795219200080 } from './0080-find-waiting-alerts.js';
import { CreateMemberEvent1795219200085 } from './0085-create-member-event.js';
import { CreateDisputeEnd1795219200086 } from './0086-create-dispute-end.js';
import { CreateMerchantStatusChange1795219200090 } from './0090-create-merchant-status-change.js';
import { FindOpinionByMember1795219200091 } from './0091-find-opinion-by-member.js';
import { AnswerDisputeInCare1795219200092 } from './0092-answer-dispute-in-care.js';
import { KeepPlansOfScreening1795219200093 } from './0093-keep-plans-of-screening.js';
import { KnowOwnReportsAtOnce1795219200094 } from './0094-know-own-reports-at-once.js';
import { NoteWhatIsAppealed1795219200100 } from './0100-note-what-is-appealed.js';
import { AlertChildAtRisk1795219200105 } from './0105-alert-child-at-risk.js';
import { OrderWaitingWork1795219200106 } from './0106-order-waiting-work.js';
import { CloseFishingAlarm1795219200107 } from './0107-close-fishing-alarm.js';
import { FindOpenRecalls1795219200108 } from './0108-find-open-recalls.js';

/** Every migration, in order. A new one is added at the end; one that has landed is never edited. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  CreateServiceRole1795219200001,
  CreateMember1795219200002,
  CreatePrincipal1795219200003,
  CreateAuditEntry1795219200004,
  CreateOutbox1795219200005,
  CreateMerchant1795219200006,
  CreateReport1795219200007,
  CreateIndicator1795219200008,
  CreateScreening1795219200009,
  CreateMerchantView1795219200010,
  CreateScreeningFunctions1795219200011,
  CreateFeedIndex1795219200012,
  CreateScopeIndex1795219200013,
  CreateReviewDecision1795219200014,
  SlimScreening1795219200015,
  CreateDescriptionRetrieval1795219200016,
  CreateViewRetrieval1795219200017,
  SlimDescriptionKey1795219200018,
  CreateNameWordCount1795219200019,
  CreateWaitingChange1795219200020,
  SlimProjections1795219200021,
  CreateNeighbourhoodFunction1795219200022,
  CreateDatabaseRoles1795219200023,
  GrantByRole1795219200024,
  CreateRowPolicies1795219200025,
  MarkScreeningRules1795219200026,
  CreateApproval1795219200030,
  ApproveMemberByTwo1795219200031,
  CreateRoleGrant1795219200032,
  CreateBreakGlass1795219200033,
  TellLaterEndLater1795219200034,
  CreateHold1795219200035,
  CreateGroupRule1795219200036,
  ExtendSession1795219200040,
  CreateIdentityProvider1795219200041,
  CreatePasskey1795219200042,
  EndSessionsOfOthers1795219200043,
  ProveClientByAddress1795219200045,
  CreateDpopProof1795219200046,
  CreateMemberLimit1795219200050,
  CreateAskedIdentifier1795219200051,
  CreateFishingAlarm1795219200052,
  LookKeysUpByScope1795219200053,
  NarrowTriageWrites1795219200054,
  CreateAlert1795219200060,
  CreateServiceRange1795219200061,
  CreateNotice1795219200062,
  AddChildAtRisk1795219200063,
  CreateAction1795219200065,
  CreateOpinion1795219200066,
  CreateReportRuling1795219200070,
  CreateListingChallenge1795219200071,
  CreateDispute1795219200072,
  CreateIdentityMarker1795219200073,
  CreateDelivery1795219200075,
  CreateRecall1795219200076,
  CreateScheduleRun1795219200077,
  FindAudienceByIndex1795219200078,
  GuardOwnAccount1795219200079,
  FindWaitingAlerts1795219200080,
  CreateMemberEvent1795219200085,
  CreateDisputeEnd1795219200086,
  CreateMerchantStatusChange1795219200090,
  FindOpinionByMember1795219200091,
  AnswerDisputeInCare1795219200092,
  KeepPlansOfScreening1795219200093,
  KnowOwnReportsAtOnce1795219200094,
  NoteWhatIsAppealed1795219200100,
  AlertChildAtRisk1795219200105,
  OrderWaitingWork1795219200106,
  CloseFishingAlarm1795219200107,
  FindOpenRecalls1795219200108,
];
