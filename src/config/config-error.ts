/** Exit code of a process whose configuration is wrong: the same as wrong usage of a command. */
export const CONFIG_EXIT_CODE = 2;

/** The configuration is wrong. `faults` has one line per variable: its name, the rule, what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly exitCode = CONFIG_EXIT_CODE;

  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faultCount(faults)}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

function faultCount(faults: readonly string[]): string {
  return faults.length === 1 ? 'a fault' : `${faults.length} faults`;
}
