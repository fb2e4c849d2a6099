import { PAYMENT_METHODS, REASONS, TLP_LEVELS } from '../codes.js';
import { checkCode, checkCountry, checkDate, checkYear, checkYesNo } from './check-values.js';

describe('checkDate', () => {
  it.each(['2026-02-28', '2024-02-29', '1999-12-31'])('takes %s', (text) => {
    expect(checkDate(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['2031-02-30', 'a day that exists, as YYYY-MM-DD'],
    ['2026-02-29', 'a day that exists, as YYYY-MM-DD'],
    ['31.12.2026', '2026-12-31'],
    ['2026/1/5', '2026-01-05'],
    ['12/31/2026', '2026-12-31'],
    ['05/05/2026', '2026-05-05'],
    // May be the fourth of May or the fifth of April: not for us to guess.
    ['04/05/2026', 'a date as YYYY-MM-DD'],
    ['yesterday', 'a date as YYYY-MM-DD'],
  ])('refuses %s and suggests %s', (text, suggestion) => {
    expect(checkDate(text)).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_DATE', suggestion }] });
  });
});

describe('checkCode', () => {
  it.each([
    [REASONS, 'csam sale', 'CSAM_SALE'],
    [TLP_LEVELS, 'Amber+Strict', 'AMBER_STRICT'],
    [PAYMENT_METHODS, 'p2p-app', 'P2P_APP'],
  ])('knows a code however it is written', (codes, text, code) => {
    expect(checkCode<string>(codes, text)).toEqual({ ok: true, value: code });
  });

  it('suggests the one code that holds what was typed, else names all of them', () => {
    expect(checkCode(REASONS, 'livestream')).toMatchObject({ refusals: [{ suggestion: 'CSAM_LIVESTREAM' }] });
    expect(checkCode(REASONS, 'OTHER')).toMatchObject({
      refusals: [{ code: 'UNKNOWN_CODE', suggestion: `one of ${REASONS.join(', ')}` }],
    });
  });
});

describe('checkYesNo', () => {
  it.each([
    ['true', true],
    ['Yes', true],
    ['1', true],
    ['FALSE', false],
    ['n', false],
  ])('reads %s', (text, value) => {
    expect(checkYesNo(text)).toEqual({ ok: true, value });
  });

  it('refuses what is neither', () => {
    expect(checkYesNo('maybe')).toMatchObject({
      refusals: [{ code: 'UNKNOWN_CODE', suggestion: 'true or false' }],
    });
  });
});

describe('checkCountry and checkYear', () => {
  it('takes two letters of ISO 3166-1 in any case, and suggests them for a name', () => {
    expect(checkCountry('de')).toEqual({ ok: true, value: 'DE' });
    expect(checkCountry('Germany')).toMatchObject({
      ok: false,
      refusals: [{ code: 'UNKNOWN_COUNTRY', suggestion: 'DE' }],
    });
    expect(checkCountry('QQ')).toMatchObject({ ok: false, refusals: [{ code: 'UNKNOWN_COUNTRY' }] });
  });

  it('takes a year of birth of four digits', () => {
    expect(checkYear('1984')).toEqual({ ok: true, value: 1984 });
    expect(checkYear('84')).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_FORMAT' }] });
  });
});
