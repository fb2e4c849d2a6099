/** A moment as a person reads it: to the minute, in UTC. */
export function minute(moment: string): string {
  return new Date(moment).toISOString().slice(0, 16);
}

/** A deadline, marked where it is past. */
export function deadline(moment: string | null, overdue: boolean): string {
  const shown = moment === null ? '' : minute(moment);
  return overdue ? `${shown} OVERDUE`.trimStart() : shown;
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
