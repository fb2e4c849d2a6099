export {
  completeConfig,
  Config,
  type ConfigCompletion,
  type EnvironmentConfig,
  type LogLevel,
  type Work,
} from './config.js';
export { CONFIG_EXIT_CODE, ConfigError } from './config-error.js';
export { configFromEnv } from './config-from-env.js';
export { ClockModule } from './clock.module.js';
export { ConfigModule } from './config.module.js';
export { describeConfig } from './describe-config.js';
export { ACCEPTED_BASES_DEFAULT, REPORT_BASES, type ReportBasis } from './report-basis.js';
export { secretKeyOf } from './secret-key.js';
