import { personalDocument } from './personal-document.js';

/** DRIVER_LICENCE: no common format; the United Kingdom's have 18 characters with the issue number. */
export const normaliseDriverLicence = personalDocument({
  what: "A driver's licence number",
  lengthMin: 4,
  lengthMax: 20,
});
