/**
 * The code of an error of the system or a library, e.g. `ENOENT`. Asked by the object's shape and not by `instanceof`,
 * which knows only the errors of its own realm.
 */
export function errorCode(error: unknown): string | undefined {
  return isObject(error) && typeof error['code'] === 'string' ? error['code'] : undefined;
}

/** The name of an error, e.g. `TimeoutError`. */
export function errorName(error: unknown): string | undefined {
  return isObject(error) && typeof error['name'] === 'string' ? error['name'] : undefined;
}

/** The text of anything thrown. */
export function errorMessage(error: unknown): string {
  return isObject(error) && typeof error['message'] === 'string' ? error['message'] : String(error);
}

/** What an error was caused by: its cause, or the first of several errors at once. */
export function errorCause(error: unknown): unknown {
  if (!isObject(error)) return undefined;
  const { errors, cause } = error;
  return Array.isArray(errors) ? errors[0] : cause;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
