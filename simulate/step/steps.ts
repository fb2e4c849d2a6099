import { placeHold, stepHold } from './hold-steps.js';
import { apply, changeGroup, changeStanding, forget } from './member-steps.js';
import { correct, pasteCardNumber, report, sendAgain, triage, withdraw } from './report-steps.js';
import { screen } from './screen-step.js';
import type { Step } from './step.js';

/** Everything that happens in the simulated coalition, beside that time passes. */
export const STEPS: readonly Step[] = [
  ...[report, sendAgain, pasteCardNumber, triage, correct, withdraw],
  screen,
  ...[placeHold, stepHold],
  ...[apply, changeStanding, changeGroup, forget],
];
