/** A reason not to start that the operator can mend: shown as it is, without a stack. Its message says what to do. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
