import { keyKinds, keyOf, normalised, refusedAs } from './spec-support/normalised.js';

describe('LEGAL_NAME', () => {
  it.each([
    ['Sofa Gallery OÜ', 'SOFA GALLERY', 'OU'],
    ['OÜ Sofa Gallery', 'SOFA GALLERY', 'OU'],
    ['Nomu Imports Limited', 'NOMU IMPORTS', 'LTD'],
    ['Nomu Imports, Ltd.', 'NOMU IMPORTS', 'LTD'],
    ['Nomu Imports S.L.', 'NOMU IMPORTS', 'SL'],
    ['Nomu Imports S. L.', 'NOMU IMPORTS', 'SL'],
    ['Nomu Sp. z o.o.', 'NOMU', 'SPZOO'],
    ['Nomu S.p z o.o.', 'NOMU', 'SPZOO'],
    ['Nomu Sp .z o.o.', 'NOMU', 'SPZOO'],
    ['Nomu spółka z ograniczoną odpowiedzialnością', 'NOMU', 'SPZOO'],
    ['Nomu s.r.o.', 'NOMU', 'SRO'],
    ['Nomu A/S', 'NOMU', 'AS'],
    ['Nomu Pty. Ltd.', 'NOMU', 'PTYLTD'],
    ['Nomu GmbH & Co. KG', 'NOMU', 'GMBHCOKG'],
    ['Nomu UG (haftungsbeschränkt)', 'NOMU', 'UG'],
    ['Nomu Aktiengesellschaft', 'NOMU', 'AG'],
    ['ООО «Ному»', 'NOMU', 'OOO'],
    ['Ному ЕООД', 'NOMU', 'EOOD'],
    ['株式会社ノム', 'NOMU', 'KK'],
    ['ノム㈱', 'NOMU', 'KK'],
    ['Nomu Ltd. Şti.', 'NOMU', 'LTDSTI'],
    ['S.R.L. Nomu', 'NOMU', 'SRL'],
    ['GmbH Nomu', 'NOMU', 'GMBH'],
    ['Sp. z o.o. Nomu', 'NOMU', 'SPZOO'],
    ['Nomu spółka z o.o. sp. k.', 'NOMU', 'SPZOOSPK'],
    ['Закрытое акционерное общество «Ному»', 'NOMU', 'ZAO'],
    ['Товариство з обмеженою відповідальністю «Ному»', 'NOMU', 'TOV'],
    ['Công ty Cổ phần Nomu', 'NOMU', 'JSC'],
    ['Nomu Public Company Limited', 'NOMU', 'PLC'],
    ['Nomu Ltda. ME', 'NOMU', 'LTDA'],
    ['Nomu e. V.', 'NOMU', 'EINGETRAGENERVEREIN'],
    ['Limited Edition Nomu', 'LIMITED EDITION NOMU', undefined],
    ['Nomu Zoo', 'NOMU ZOO', undefined],
    ['Zoo Nomu', 'ZOO NOMU', undefined],
    ['Nomu EV', 'NOMU EV', undefined],
    ['SA', 'SA', undefined],
    ['J. P. Nomu & Sons', 'JP NOMU AND SONS', undefined],
    ["Nomu's", 'NOMUS', undefined],
  ])('reads %s as %s with form %s', (typed, core, legalForm) => {
    const name = normalised('LEGAL_NAME', typed);
    expect(name.parts['core']).toBe(core);
    expect(name.parts['legalForm']).toBe(legalForm);
    expect(name.value).toBe(legalForm === undefined ? core : `${core} ${legalForm}`);
  });

  it('is fuzzy, and found by the trade name in any order of words, with or without form and spaces', () => {
    const legal = normalised('LEGAL_NAME', 'Nomu Imports OÜ');
    expect(legal.strength).toBe('FUZZY');
    expect(keyKinds(legal)).toEqual(['NAME FUZZY', 'NAME_TOKENS FUZZY']);
    expect(keyOf(normalised('TRADE_NAME', 'NomuImports'), 'NAME')).toBe(keyOf(legal, 'NAME'));
    expect(keyOf(normalised('TRADE_NAME', 'imports nomu'), 'NAME_TOKENS')).toBe(keyOf(legal, 'NAME_TOKENS'));
  });

  it.each([
    ['ООО «Ному»', 'НОМУ'],
    ['株式会社ノム', 'ノム'],
    ['深圳诺木股份有限公司', '深圳诺木'],
    ['Ному–Импорт  24/7', 'НОМУ ИМПОРТ 24 7'],
    ['Ному’с', 'НОМУС'],
    ['नोमू किताबें', 'नोमू किताबें'],
    ['Nomu Импорт', 'NOMU ИМПОРТ'],
    ['ООО Nomu', undefined],
    ['Nomu Imports Ltd', undefined],
    ['Ñomu Über Łódź', undefined],
    ['Nomuʻi ™', undefined],
  ])('keeps of %s, beside its ASCII words, what its own script says: %s', (typed, native) => {
    expect(normalised('LEGAL_NAME', typed).parts['native']).toBe(native);
  });

  it('is shown in its own script', () => {
    expect(normalised('LEGAL_NAME', ' ООО  «Ному» ').display).toBe('ООО «НОМУ»');
  });

  it.each([
    ['!!!', 'INVALID_CHARACTERS'],
    ['', 'REQUIRED'],
    ['N'.repeat(201), 'TOO_LONG'],
    ['Nomu 4111 1111 1111 1111', 'CARD_NUMBER'],
    ['Nomu\u202eX', 'CONTROL_CHARACTER'],
    ['Nomu \ud800', 'UNPAIRED_SURROGATE'],
    ['data:image/png;base64,iVBORw0KGgo=', 'ENCODED_CONTENT'],
  ])('refuses %j as %s', (typed, code) => {
    expect(refusedAs('LEGAL_NAME', typed)).toEqual([{ code, field: 'value' }]);
  });
});
