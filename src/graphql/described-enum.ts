import { registerEnumType } from '@nestjs/graphql';

/**
 * Makes an enum type of the schema from the codes of a domain type, each with its description. What code and schema call
 * a value is one and the same; a code without a description does not compile.
 */
export function describedEnum<Code extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Code, string>>,
): Readonly<Record<Code, Code>> {
  const codes = Object.keys(values) as Code[];
  const type = Object.fromEntries(codes.map((code) => [code, code])) as Record<Code, Code>;
  registerEnumType(type, {
    name,
    description,
    valuesMap: Object.fromEntries(codes.map((code) => [code, { description: values[code] }])) as Record<
      Code,
      { description: string }
    >,
  });
  return type;
}
