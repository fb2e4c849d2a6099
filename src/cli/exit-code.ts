/** What the commands tell the shell. Scripts rely on these numbers: they never change their meaning. */
export const EXIT_CODE = {
  /** Everything asked for was done. */
  done: 0,
  /** A fault of the command line itself. */
  fault: 1,
  /** The command, an option or the input file is not usable as given; nothing was sent. */
  usage: 2,
  /** Finished, and the service refused some of it: what and why was written. */
  refused: 3,
  /** The credential is missing, no longer valid, or does not carry the permission. */
  notAuthorised: 4,
  /** The service could not be reached for as long as was asked; the same command resumes. */
  unreachable: 5,
  /** `--fail-on-match`: at least one merchant matched. */
  match: 10,
  /** Stopped by the keyboard; the same command resumes. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];
