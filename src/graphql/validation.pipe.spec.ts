import type { Type } from '@nestjs/common';
import { Type as Nested } from 'class-transformer';
import { Allow, MaxLength, Min, ValidateNested } from 'class-validator';
import { InvalidInputError } from './graphql-error.js';
import { CheckedByService, InputValidationPipe } from './validation.pipe.js';

class LineInput {
  @MaxLength(3)
  text!: string;

  @Allow()
  note?: string;
}

class SheetInput {
  @Min(1)
  pages!: number;

  @ValidateNested({ each: true })
  @Nested(() => LineInput)
  lines!: LineInput[];
}

@CheckedByService()
class HotInput {
  @MaxLength(3)
  text!: string;
}

class PlainInput {
  text!: string;
}

describe('InputValidationPipe', () => {
  const pipe = new InputValidationPipe();
  const check = (metatype: Type, value: unknown): Promise<unknown> =>
    Promise.resolve(pipe.transform(value, { type: 'body', metatype }));

  it('gives an instance of the class where every rule holds', async () => {
    const checked = await check(SheetInput, { pages: 1, lines: [{ text: 'abc', note: 'x' }] });
    expect(checked).toBeInstanceOf(SheetInput);
    expect(checked).toEqual({ pages: 1, lines: [{ text: 'abc', note: 'x' }] });
  });

  it('names each field that breaks a rule, by its path', async () => {
    const fault = check(SheetInput, { pages: 0, lines: [{ text: 'abcd' }], extra: 1 });
    await expect(fault).rejects.toThrow(InvalidInputError);
    await expect(fault).rejects.toMatchObject({
      fields: [
        { field: 'extra', message: 'property extra should not exist.' },
        { field: 'pages', message: 'pages must not be less than 1.' },
        { field: 'lines.0.text', message: 'text must be shorter than or equal to 3 characters.' },
      ],
    });
  });

  it('passes on, as they came, classes without rules and those that their service checks', () => {
    for (const metatype of [PlainInput, HotInput, String, Object]) {
      const value = { text: 'abcdef' };
      expect(pipe.transform(value, { type: 'body', metatype })).toBe(value);
    }
  });

  it('leaves alone what a decorator of ours hands in', () => {
    const value = { pages: 0 };
    expect(pipe.transform(value, { type: 'custom', metatype: SheetInput })).toBe(value);
  });
});
