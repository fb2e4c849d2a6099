import { findUnsafeText, isUnsafeDocument } from './find-unsafe-text.js';

describe('findUnsafeText', () => {
  it.each([
    [{ a: 'b\0' }, 'variables.a'],
    [{ a: [{ b: 'fine' }, { b: '\ud800' }] }, 'variables.a.1.b'],
    [{ a: { '\udfff': 1 } }, 'variables.a'],
    [{ a: 'fine \u{1F600}', b: 1, c: null, d: [true] }, undefined],
  ])('%j: %s', (value, place) => {
    expect(findUnsafeText(value, 'variables')).toBe(place);
  });
});

describe('isUnsafeDocument', () => {
  it.each([
    ['{ a(b: "\\u0000") }', true],
    ['{ a(b: "\\u{0}") }', true],
    ['{ a(b: "\\u{00000}") }', true],
    ['{ a(b: "\0") }', true],
    ['{ a(b: "\ud83d") }', true],
    ['{ a(b: "\\u0041 \\u{1F600}") }', false],
  ])('%j: %s', (source, unsafe) => {
    expect(isUnsafeDocument(source)).toBe(unsafe);
  });
});
