import { buildSchema } from 'graphql';
import { lintSchema } from './schema-lint.js';

const GOOD = `
  type Query {
    "Every box."
    boxes("How many." first: Int! = 50, "From where." after: Cursor): BoxConnection!
  }
  type Mutation {
    "Adds a box."
    addBox("The box." input: AddBoxInput!): AddBoxPayload!
  }
  "A box to add."
  input AddBoxInput {
    "How large."
    size: Size!
  }
  "What became of it."
  type AddBoxPayload {
    "The box, or null."
    box: Box
    "Why it was refused."
    userErrors: [UserError!]!
  }
  "A rule that was broken."
  type UserError {
    "The rule in words."
    message: String!
  }
  "A box."
  type Box {
    "Its size."
    size: Size!
  }
  "A size."
  enum Size {
    "Small."
    SMALL
  }
  "A place."
  scalar Cursor
  "Boxes."
  type BoxConnection {
    "Boxes with places."
    edges: [BoxEdge!]!
    "Boxes."
    nodes: [Box!]!
    "The end."
    pageInfo: PageInfo!
  }
  "A box with its place."
  type BoxEdge {
    "The place."
    cursor: Cursor!
  }
  "The end."
  type PageInfo {
    "More."
    hasNextPage: Boolean!
  }
`;

describe('lintSchema', () => {
  it('has nothing to say of a good schema', () => {
    expect(lintSchema(buildSchema(GOOD))).toEqual([]);
  });

  it.each([
    ['a type', '"A box."\n', '', 'Box has no description.'],
    ['a field', '"Its size."', '', 'Box.size has no description.'],
    ['an argument', '"How many."', '', 'Query.boxes(first:) has no description.'],
    ['an input field', '"How large."', '', 'AddBoxInput.size has no description.'],
    ['an enum value', '"Small."', '', 'Size.SMALL has no description.'],
    ['a query', '"Every box."', '', 'Query.boxes has no description.'],
    ['a scalar', '"A place."', '', 'Cursor has no description.'],
  ])('finds %s without a description', (_name, from, to, fault) => {
    expect(lintSchema(buildSchema(GOOD.replace(from, to)))).toEqual([fault]);
  });

  it.each([
    [
      'a description that is no sentence',
      '"Its size."',
      '"size"',
      'The description of Box.size is not a sentence: "size".',
    ],
    [
      'a page without a bound',
      'first: Int! = 50',
      'first: Int',
      'Query.boxes has no argument first: Int! with a default.',
    ],
    [
      'a page without a place',
      'after: Cursor',
      'after: String',
      'Query.boxes has no argument after: Cursor.',
    ],
    ['a connection without nodes', '"Boxes."\n    nodes: [Box!]!', '', 'BoxConnection has no field nodes.'],
    [
      'a payload without refusals',
      '"Why it was refused."\n    userErrors: [UserError!]!',
      '',
      'AddBoxPayload has no field userErrors: [UserError!]!.',
    ],
    [
      'an input that may be left out',
      'input: AddBoxInput!',
      'input: AddBoxInput',
      'The mutation addBox does not take exactly one argument, input: AddBoxInput!.',
    ],
    ['another payload', 'AddBoxPayload!', 'Box', 'The mutation addBox does not give AddBoxPayload.'],
  ])('finds %s', (_name, from, to, fault) => {
    expect(lintSchema(buildSchema(GOOD.replace(from, to)))).toEqual([fault]);
  });

  it('finds a mutation that does not begin with a verb', () => {
    expect(
      lintSchema(buildSchema(GOOD.replaceAll('addBox', 'boxAdd').replaceAll('AddBox', 'BoxAdd'))),
    ).toEqual(['The mutation boxAdd does not begin with a verb of test/support/schema-lint.ts.']);
  });
});
