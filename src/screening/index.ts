export { type ScreenedMatch, ScreenedMatches } from './screened-matches.service.js';
export { ScreeningModule } from './screening.module.js';
