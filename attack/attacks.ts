import type { Attack } from './attack.js';

/**
 * Every attack by its name, loaded when it is asked for. A new one is a folder beside this file, a row here, a script
 * `attack:NAME` in package.json, and a spec in test/attack.
 */
export const ATTACKS: Readonly<Record<string, () => Promise<Attack>>> = {
  fishing: async () => (await import('./fishing/fishing.js')).fishing,
  graphql: async () => (await import('./graphql/hostile-graphql.js')).hostileGraphql,
  generated: async () => (await import('./generated/generated-requests.js')).generatedRequests,
  tokens: async () => (await import('./tokens/token-attacks.js')).tokenAttacks,
  matrix: async () => (await import('./matrix/access-matrix.js')).accessMatrix,
  mutants: async () => (await import('./mutants/mutants.js')).mutants,
  'same-answer': async () => (await import('./same-answer/same-answer.js')).sameAnswer,
  planted: async () => (await import('./planted/planted-content.js')).plantedContent,
  suspension: async () => (await import('./suspension/suspension-attack.js')).suspensionAttack,
};
