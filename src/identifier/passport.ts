import { personalDocument } from './personal-document.js';

/** PASSPORT: ICAO 9303 gives nine characters, some countries print more or fewer. */
export const normalisePassport = personalDocument({ what: 'A passport number', lengthMin: 5, lengthMax: 15 });
