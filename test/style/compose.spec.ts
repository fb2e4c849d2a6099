import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { join } from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

import { environmentSchema } from '../../src/config/environment-schema.js';

const variables = z.record(z.string(), z.string());
const duration = z.string().regex(/^(\d+(ms|s|m|h))+$/);

/**
 * The part of the Compose Specification that the file uses. Objects are strict: a misspelt key of a service would be
 * refused by Compose, and one that it newly uses is to be added here with its rule.
 */
const serviceSchema = z.strictObject({
  image: z.string().min(1),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string().startsWith('/')).optional(),
  cap_drop: z.array(z.string()),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.array(z.string()),
  environment: variables,
  volumes: z.array(z.string().regex(/^[\w./-]+:\/[\w./-]+(:ro)?$/)).optional(),
  ports: z.array(z.string().regex(/^[\d.]+:\d+:\d+$/)).optional(),
  networks: z.array(z.string()),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({
        condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
      }),
    )
    .optional(),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.strictObject({
        test: z.tuple([z.literal('CMD')], z.string()),
        interval: duration,
        timeout: duration,
        retries: z.int().positive(),
        start_period: duration,
      }),
    ])
    .optional(),
  shm_size: z.string().optional(),
  stop_grace_period: duration.optional(),
});

const composeSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
  'x-cordon': z.unknown(),
  services: z.strictObject({ postgres: serviceSchema, migrate: serviceSchema, cordon: serviceSchema }),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.strictObject({})),
});

/** There is no Docker engine where these run: they hold the file to the specification and to what we rely on. */
describe('docker/compose.yaml', () => {
  let text: string;
  let compose: z.infer<typeof composeSchema>;
  beforeAll(async () => {
    text = await readFile('docker/compose.yaml', 'utf8');
    compose = composeSchema.parse(parse(text, { merge: true }));
  });
  const ours = (): z.infer<typeof serviceSchema>[] => [compose.services.cordon, compose.services.migrate];

  it('locks down everything that runs our code', () => {
    for (const service of ours()) {
      expect(service).toMatchObject({
        read_only: true,
        tmpfs: ['/tmp:size=16m'],
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        init: true,
      });
      expect(service).not.toHaveProperty('cap_add');
      expect(service).not.toHaveProperty('volumes');
    }
  });

  it('builds the image of docker/Dockerfile from the top of the project', () => {
    for (const { build } of ours()) {
      const context = join('docker', build?.context ?? '');
      expect(existsSync(join(context, 'package.json'))).toBe(true);
      expect(existsSync(join(context, build?.dockerfile ?? ''))).toBe(true);
    }
  });

  it('migrates once, with the command that exists, before the service starts', () => {
    const { migrate, cordon } = compose.services;
    expect(migrate.command).toEqual(['node', 'dist/src/cli/cordon-admin.js', 'migrate']);
    expect(existsSync('src/cli/cordon-admin.ts')).toBe(true);
    expect(migrate.restart).toBe('no');
    expect(migrate.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(cordon.depends_on).toEqual({
      migrate: { condition: 'service_completed_successfully' },
      postgres: { condition: 'service_healthy' },
    });
  });

  it('gives the service longer to stop than the service takes', () => {
    expect(compose.services.cordon.stop_grace_period).toBe('15s');
  });

  it('opens the service to this machine alone, and the database to nothing but the service', () => {
    const { postgres, migrate, cordon } = compose.services;
    expect(cordon.ports).toEqual(['127.0.0.1:3000:3000']);
    expect([postgres.ports, migrate.ports]).toEqual([undefined, undefined]);
    expect([postgres.networks, migrate.networks, cordon.networks]).toEqual([
      ['database'],
      ['database'],
      ['database', 'front'],
    ]);
    expect(compose.networks['database']).toEqual({ internal: true });
  });

  it('keeps the data where PostgreSQL 18 has it, and mounts only files that exist', () => {
    const [data, ...files] = compose.services.postgres.volumes ?? [];
    expect(compose.services.postgres.image).toBe('postgres:18');
    expect(data).toBe('data:/var/lib/postgresql');
    expect(Object.keys(compose.volumes)).toEqual(['data']);
    expect(
      files.map((file) => file.split(':')[0] ?? '').filter((file) => !existsSync(join('docker', file))),
    ).toEqual([]);
  });

  it('sets only variables that the service knows', () => {
    for (const { environment } of ours()) {
      expect(Object.keys(environment).filter((name) => !(name in environmentSchema.shape))).toEqual([]);
    }
  });

  it('takes every secret from docker/.env, and starts nothing without it', async () => {
    const example = parseEnv(await readFile('docker/.env.example', 'utf8'));
    const used = [...text.matchAll(/\$\{(\w+)([^}]*)\}/g)];
    expect([...new Set(used.map(([, name]) => name))].sort()).toEqual(Object.keys(example).sort());
    expect(used.filter(([, name, rest]) => rest !== `:?set ${name ?? ''} in docker/.env`)).toEqual([]);
    expect(Object.values(example).filter((value) => value !== '')).toEqual([]);

    const values = Object.values(compose.services).flatMap(({ environment }) => Object.values(environment));
    expect(values.filter((value) => !value.includes('${'))).toEqual([]);
    expect(await readFile('docker/.gitignore', 'utf8')).toMatch(/^\.env$/m);
  });
});
