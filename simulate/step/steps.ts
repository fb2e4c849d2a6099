import { actOnMatch, changeAction, sendActionAgain } from './action-steps.js';
import { answerDispute, appeal, fileDispute } from './dispute-steps.js';
import { breakGlass } from './glass-step.js';
import { placeHold, stepHold } from './hold-steps.js';
import { apply, changeGroup, changeStanding, forget } from './member-steps.js';
import { handleNotice } from './notice-steps.js';
import { giveOpinion, withdrawOpinion } from './opinion-steps.js';
import { changeRanges } from './range-steps.js';
import { followFeed, handleRecall } from './recall-steps.js';
import { correct, pasteCardNumber, report, sendAgain, triage, withdraw } from './report-steps.js';
import { mergeAndUndo } from './review-step.js';
import { rule } from './ruling-steps.js';
import { readWithoutPurpose, screen } from './screen-step.js';
import type { Step } from './step.js';

/** Everything that happens in the simulated coalition, beside that time passes. */
export const STEPS: readonly Step[] = [
  ...[report, sendAgain, pasteCardNumber, triage, correct, withdraw],
  ...[screen, readWithoutPurpose, followFeed],
  ...[changeRanges, handleNotice, actOnMatch, changeAction, sendActionAgain],
  ...[giveOpinion, withdrawOpinion],
  ...[fileDispute, answerDispute, rule, appeal],
  handleRecall,
  ...[placeHold, stepHold],
  ...[mergeAndUndo, breakGlass],
  ...[apply, changeStanding, changeGroup, forget],
];
