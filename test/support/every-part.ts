import { HoldModule } from '../../src/hold/index.js';
import { IndicatorModule } from '../../src/indicator/index.js';
import { MerchantModule } from '../../src/merchant/index.js';
import { ReportModule } from '../../src/report/index.js';
import { ScreeningModule } from '../../src/screening/index.js';

/** The parts of the service beside those that every test application has: with them it is the whole service. */
export const EVERY_PART = [MerchantModule, ReportModule, IndicatorModule, HoldModule, ScreeningModule];
