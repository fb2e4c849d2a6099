/**
 * Legal forms as `identifier/legal-forms.ts` writes them, by what they are: of limited liability, by shares, of partners,
 * of members (associations and cooperatives), of one trader, or general words that any of them uses. Within a family the
 * forms of countries translate each other. A form that is in none says nothing about another.
 */
const FAMILIES = {
  LIMITED:
    'LTD PTYLTD PTELTD PVTLTD COLTD SDNBHD LLC LLLP PLLC DAC GMBH GGMBH UG BV BVBA SPRL SARL SARLAU SAS SASU EURL SL SLU ' +
    'SLNE LDA LTDA UNIPESSOALLDA EIRELI SRL SRLS SRLD SAGL SDERLDECV APS OU SIA UAB MB SPZOO SRO KFT OOD EOOD DOO JDOO EPE IKE ' +
    'OOO TOO TOV ODO LTDSTI GK YK TNHH FZE FZCO WLL OY AS AB IVS SLL',
  SHARES:
    'PLC AG SE NV SA SPA SAPA SADECV SAPIDECV SAC SAU SCA KGAA AB AS ASA OY OYJ EHF HF PSA ZRT NYRT AD EAD DD AE AO ZAO OAO PAO ' +
    'NAO PRAT JSC OJSC CJSC PJSC KK TBK PT PSC QSC SAOG SAL SAE BHD',
  PARTNERS: 'LLP LP KG OHG OG GBR GMBHCOKG UGCOKG VOF SNC COMMV HB KB SPK SPJ SPZOOSPK SKA VOS BT',
  MEMBERS: 'EINGETRAGENERVEREIN EG SCOP SCOOP SCARL AMBA MTU CLG GIE GEIE EEIG',
  TRADER: 'EK EIRL TMI FIE PFA FOP',
  GENERAL: 'CO CORP INC DMCC',
} as const;

type Family = keyof typeof FAMILIES;

const FAMILIES_BY_FORM: ReadonlyMap<string, ReadonlySet<Family>> = familiesByForm();

function familiesByForm(): Map<string, Set<Family>> {
  const byForm = new Map<string, Set<Family>>();
  for (const family of Object.keys(FAMILIES) as Family[]) {
    for (const form of FAMILIES[family].split(' '))
      byForm.set(form, (byForm.get(form) ?? new Set()).add(family));
  }
  return byForm;
}

/** Full words for forms that are met inside a name, beside another form, as `JSC NOMU CORP`. */
const INNER: Readonly<Record<string, string>> = {
  LIMITED: 'LTD',
  INCORPORATED: 'INC',
  CORPORATION: 'CORP',
  COMPANY: 'CO',
  BERHAD: 'BHD',
};
/** Forms that are ordinary words or names inside a name. */
const NOT_INNER = new Set([
  'SE',
  'AS',
  'AD',
  'DD',
  'AE',
  'AO',
  'OG',
  'LP',
  'SL',
  'GK',
  'YK',
  'MB',
  'BT',
  'HB',
  'KB',
  'HF',
  'PT',
  'OU',
  'SAL',
  'SIA',
  'OY',
  'EG',
  'EK',
  'TMI',
  'FIE',
  'PFA',
  'FOP',
  'MTU',
  'GIE',
  'ODO',
  'IVS',
  'SLL',
  'CLG',
  'SCOOP',
  'SCOP',
  'TOO',
]);

/** The legal form that a word inside a name is, if it is one. */
export function innerForm(word: string): string | undefined {
  const form = INNER[word] ?? word;
  return FAMILIES_BY_FORM.has(form) && !NOT_INNER.has(form) ? form : undefined;
}

/** Forms that no name begins with for another reason. */
const LEADING = new Set(
  'OOO ZAO OAO PAO NAO TOO TOV JSC OJSC CJSC PJSC LLC PRAT UAB SRL SARL GMBH LTD EURL DOO SRO SPZOO'.split(
    ' ',
  ),
);

/** The legal form that the first word of a name is, if it is one. */
export function leadingForm(word: string): string | undefined {
  return LEADING.has(word) ? word : undefined;
}

/**
 * SAME: one form. EQUIVALENT: of one family, or one of them general. MISSING: on one or both sides, or of no family that
 * is known. CONFLICT: none of these.
 */
export type FormAgreement = 'SAME' | 'EQUIVALENT' | 'MISSING' | 'CONFLICT';

/** How the legal forms of two names agree: the best of any two, where a name has several. */
export function compareForms(a: readonly string[], b: readonly string[]): FormAgreement {
  if (a.length === 0 || b.length === 0) return 'MISSING';
  if (a.some((form) => b.includes(form))) return 'SAME';
  const areKnown = [...a, ...b].every((form) => FAMILIES_BY_FORM.has(form));
  if (!areKnown) return 'MISSING';
  return a.some((form) => b.some((other) => areEquivalent(form, other))) ? 'EQUIVALENT' : 'CONFLICT';
}

function areEquivalent(a: string, b: string): boolean {
  const [left, right] = [FAMILIES_BY_FORM.get(a), FAMILIES_BY_FORM.get(b)];
  if (left === undefined || right === undefined) return false;
  return left.has('GENERAL') || right.has('GENERAL') || [...left].some((family) => right.has(family));
}
