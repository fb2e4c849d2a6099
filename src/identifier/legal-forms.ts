/**
 * Legal forms of firms. Each line: the form as it is compared, then its other spellings, all in ASCII capitals without
 * spaces or dots, because `S.L.`, `S. L.` and `SL` are one spelling. Forms that are common words at the end of a trade
 * name (ME, DA, IS, CA) are left out on purpose.
 */
const FORMS = `
  LTD LIMITED LIMITEDCOMPANY
  PTYLTD PTYLIMITED PROPRIETARYLIMITED
  PTELTD PTELIMITED
  PVTLTD PRIVATELIMITED PRIVATELTD PVTLIMITED
  COLTD COLIMITED COMPANYLIMITED COMPANYLTD
  SDNBHD SENDIRIANBERHAD
  BHD BERHAD
  LLC LIMITEDLIABILITYCOMPANY LLCFZ FZLLC
  LLP LIMITEDLIABILITYPARTNERSHIP
  LP LIMITEDPARTNERSHIP
  LLLP
  PLLC
  INC INCORPORATED INCORPORATION
  CORP CORPORATION
  CO COMPANY
  PLC PUBLICLIMITEDCOMPANY
  CIC COMMUNITYINTERESTCOMPANY
  CLG
  DAC DESIGNATEDACTIVITYCOMPANY
  UNLTD UNLIMITED
  GMBH GESMBH GESELLSCHAFTMITBESCHRANKTERHAFTUNG GESELLSCHAFTMBH
  GGMBH
  UG UGHAFTUNGSBESCHRANKT UNTERNEHMERGESELLSCHAFT UNTERNEHMERGESELLSCHAFTHAFTUNGSBESCHRANKT
  GMBHCOKG GMBHANDCOKG GMBHUNDCOKG GMBHCOMPKG
  UGCOKG UGANDCOKG UGUNDCOKG
  AG AKTIENGESELLSCHAFT
  KG KOMMANDITGESELLSCHAFT
  OHG OFFENEHANDELSGESELLSCHAFT
  OG
  GBR
  EK EINGETRAGENERKAUFMANN EINGETRAGENEKAUFFRAU EKFM EKFR
  KGAA
  EG
  SE SOCIETASEUROPAEA
  BV BESLOTENVENNOOTSCHAP
  BVBA
  SPRL
  NV NAAMLOZEVENNOOTSCHAP
  VOF VENNOOTSCHAPONDERFIRMA
  COMMV
  SARL SOCIETEARESPONSABILITELIMITEE
  SARLAU
  SAS SOCIETEPARACTIONSSIMPLIFIEE
  SASU
  EURL
  SA SOCIETEANONYME SOCIEDADANONIMA SPOLKAAKCYJNA SOCIEDADEANONIMA
  SNC
  SCI
  SCA
  SCOP
  GIE
  EIRL
  SL SOCIEDADLIMITADA SOCIEDADDERESPONSABILIDADLIMITADA SRLSPAIN
  SLU SOCIEDADLIMITADAUNIPERSONAL
  SLL
  SLNE
  SAU
  SCOOP
  LDA LIMITADA
  LTDA
  UNIPESSOALLDA UNIPESSOALLIMITADA
  EIRELI
  EPP
  SRL SOCIETAARESPONSABILITALIMITATA SOCIETATECURASPUNDERELIMITATA
  SRLS
  SRLD
  SPA SOCIETAPERAZIONI
  SAPA
  SCARL SCRL
  SAGL
  SADECV SOCIEDADANONIMADECAPITALVARIABLE
  SAPIDECV
  SDERLDECV SRLDECV
  SAC
  AB AKTIEBOLAG AKTIEBOLAGET
  HB HANDELSBOLAG
  KB KOMMANDITBOLAG
  AS AKSJESELSKAP AKTIESELSKAB AKTSIASELTS AKCIJUSABIEDRIBA AKCIOVASPOLECNOST AKCIOVASPOLOCNOST ANONIMSIRKETI
  ASA ALLMENNAKSJESELSKAP
  APS ANPARTSSELSKAB
  IVS
  AMBA
  OY OSAKEYHTIO
  OYJ JULKINENOSAKEYHTIO
  TMI TOIMINIMI
  EHF EINKAHLUTAFELAG
  HF HLUTAFELAG
  OU OSAUHING
  FIE
  MTU
  SIA SABIEDRIBAARIEROBEZOTUATBILDIBU
  UAB UZDAROJIAKCINEBENDROVE
  MB MAZOJIBENDRIJA
  SPZOO SPOLKAZOO SPOLKAZOGRANICZONAODPOWIEDZIALNOSCIA ZOO
  SPZOOSPK SPZOOSPKOMANDYTOWA SPZOOSPOLKAKOMANDYTOWA
  SPK SPOLKAKOMANDYTOWA
  SPJ SPOLKAJAWNA
  PSA PROSTASPOLKAAKCYJNA
  SKA
  SRO SPOLSRO SPOLECNOSTSRUCENIMOMEZENYM SPOLOCNOSTSRUCENIMOBMEDZENYM
  VOS
  KFT KORLATOLTFELELOSSEGUTARSASAG
  ZRT ZARTKORUENMUKODORESZVENYTARSASAG
  NYRT
  BT BETETITARSASAG
  PFA
  OOD DRUZHESTVOSOGRANICHENAOTGOVORNOST
  EOOD EDNOLICHNODRUZHESTVOSOGRANICHENAOTGOVORNOST
  AD AKTSIONERNODRUZHESTVO AKCIONARSKODRUSTVO
  EAD
  DOO DRUSTVOSOGRANICENOMODGOVORNOSCU DRUSTVOSAOGRANICENOMODGOVORNOSCU DRUZBAZOMEJENOODGOVORNOSTJO
  JDOO
  DD DIONICKODRUSTVO DELNISKADRUZBA
  AE ANONYMIETAIRIA ANONYMIETAIREIA
  EPE
  IKE
  OOO OBSHCHESTVOSOGRANICHENNOYOTVETSTVENNOSTYU OBSHCHESTVOSOGRANICHENNOIOTVETSTVENNOSTIU
  AO AKTSIONERNOEOBSHCHESTVO
  ZAO
  OAO
  PAO
  NAO
  TOO
  TOV TOVARYSTVOZOBMEZHENOYUVIDPOVIDALNISTYU
  PRAT
  FOP
  ODO
  JSC JOINTSTOCKCOMPANY
  OJSC OPENJOINTSTOCKCOMPANY
  CJSC CLOSEDJOINTSTOCKCOMPANY
  PJSC PUBLICJOINTSTOCKCOMPANY
  LTDSTI LIMITEDSIRKETI LTDSIRKETI SANVETICLTDSTI SANAYIVETICARETLIMITEDSIRKETI
  KK KABUSHIKIKAISHA KABUSHIKIGAISHA
  GK GODOKAISHA GODOGAISHA
  YK YUGENKAISHA YUGENGAISHA
  TBK
  TNHH CONGTYTNHH CONGTYTRACHNHIEMHUUHAN
  PT PERSEROANTERBATAS
  FZE
  FZCO
  DMCC
  WLL
  PSC
  QSC
  SAOG
  SAL
  SAE
  GEIE
  EEIG
`;

/** The form as compared, by each of its spellings. */
const FORM_BY_SPELLING: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split('\n')
    .flatMap((line) => {
      const spellings = line.trim().split(' ');
      return spellings.map((spelling): [string, string] => [spelling, spellings[0] ?? spelling]);
    }),
);

/** Forms that languages put in front of the name; anywhere else in front they are part of it. */
const LEADING = new Set([
  ...[
    'OOO',
    'AO',
    'ZAO',
    'OAO',
    'PAO',
    'NAO',
    'TOO',
    'TOV',
    'ODO',
    'FOP',
    'PRAT',
    'UAB',
    'SIA',
    'OU',
    'AS',
    'AB',
    'OY',
  ],
  ...['PT', 'SARL', 'SAS', 'EURL', 'SCI', 'GIE', 'TNHH', 'MB', 'KK', 'OJSC', 'CJSC', 'PJSC', 'JSC', 'LLC'],
]);

/** Forms written without spaces around them, in their own script. */
const UNSPACED: readonly (readonly [string, string])[] = [
  ['株式会社', 'KK'],
  ['(株)', 'KK'],
  ['合同会社', 'GK'],
  ['有限会社', 'YK'],
  ['股份有限公司', 'COLTD'],
  ['有限责任公司', 'COLTD'],
  ['有限責任公司', 'COLTD'],
  ['有限公司', 'COLTD'],
  ['주식회사', 'CORP'],
  ['(주)', 'CORP'],
  ['유한회사', 'COLTD'],
  ['בע"מ', 'LTD'],
  ['בע״מ', 'LTD'],
  ['ش.م.م', 'LLC'],
  ['ذ.م.م', 'LLC'],
];

/** Most words of which one form consists, single letters counted as words. */
const FORM_WORDS_MAX = 7;

/** The rest of a name and its form, where it has one. At least one word of the name is always left. */
export interface SplitName {
  readonly rest: readonly string[];
  readonly form?: string;
}

/** Splits the form off the words (ASCII capitals) of a name: at its end, else one of those that stand in front. */
export function splitLegalForm(words: readonly string[]): SplitName {
  for (let count = Math.min(FORM_WORDS_MAX, words.length - 1); count > 0; count -= 1) {
    const form = FORM_BY_SPELLING.get(words.slice(-count).join(''));
    if (form !== undefined) return { rest: words.slice(0, -count), form };
  }
  for (let count = Math.min(FORM_WORDS_MAX, words.length - 1); count > 0; count -= 1) {
    const form = FORM_BY_SPELLING.get(words.slice(0, count).join(''));
    if (form !== undefined && LEADING.has(form)) return { rest: words.slice(count), form };
  }
  return { rest: words };
}

/** A name in its own script with an unspaced form at either end replaced by the form as compared, at the end. */
export function spaceLegalForm(name: string): string {
  for (const [written, form] of UNSPACED) {
    const rest = name.startsWith(written)
      ? name.slice(written.length)
      : name.endsWith(written)
        ? name.slice(0, -written.length)
        : '';
    if (rest.trim() !== '') return `${rest} ${form}`;
  }
  return name;
}
