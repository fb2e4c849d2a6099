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
];
