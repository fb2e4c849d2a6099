import { ActionModule } from '../../src/action/index.js';
import { AlertModule } from '../../src/alert/index.js';
import { DisputeModule } from '../../src/dispute/index.js';
import { HoldModule } from '../../src/hold/index.js';
import { IndicatorModule } from '../../src/indicator/index.js';
import { MerchantModule } from '../../src/merchant/index.js';
import { NoticeModule } from '../../src/notice/index.js';
import { RecallModule } from '../../src/recall/index.js';
import { ReportModule } from '../../src/report/index.js';
import { ScreeningModule } from '../../src/screening/index.js';
import { WorkModule } from '../../src/work/index.js';

/** The parts of the service beside those that every test application has: with them it is the whole service. */
export const EVERY_PART = [
  MerchantModule,
  ReportModule,
  IndicatorModule,
  HoldModule,
  ScreeningModule,
  AlertModule,
  NoticeModule,
  RecallModule,
  ActionModule,
  DisputeModule,
  WorkModule,
];
