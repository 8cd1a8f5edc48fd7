import { readFileSync } from 'node:fs';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readSettings, settingsTable } from '../../src/settings.ts';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly user?: string;
  readonly profiles?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly healthcheck?: object;
  readonly stop_grace_period?: string;
  readonly depends_on?: object;
  readonly deploy?: { readonly replicas: number };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
  readonly networks: object;
}

// Compose reads merge keys, which are YAML 1.1.
const compose = load(readFileSync('compose.yaml', 'utf8'), { schema: YAML11_SCHEMA }) as Compose;
const services = Object.entries(compose.services);
const dockerfile = readFileSync('Dockerfile', 'utf8');
const unit = readFileSync('config/systemd/trucewatch.service', 'utf8');

/** As compose does it, with nothing given by the operator. */
function withoutVariables(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{(\w+)-\}/g, '')]),
  );
}

function isSetting(name: string): boolean {
  const bare = name.replace(/_FILE$/, '');
  return name in settingsTable || (bare !== name && bare in settingsTable);
}

describe('compose.yaml', () => {
  test('starts the bot alone, or on demand two web, two deliverers, a poller, Redis and Prometheus', () => {
    const alone = services.filter(([, { profiles }]) => profiles === undefined).map(([name]) => name);
    expect(alone).toEqual(['trucewatch']);
    const replicas = services
      .filter(([, { profiles }]) => profiles?.includes('several'))
      .map(([name, { deploy }]) => [name, deploy?.replicas ?? 1]);
    expect(Object.fromEntries(replicas)).toEqual({
      web: 2,
      deliverer: 2,
      poller: 1,
      redis: 1,
      prometheus: 1,
    });
  });

  test.each(services)('%s runs without root, capabilities or a file system to write to', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(['node', 'redis', 'nobody']).toContain(service.user);
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    if (service.build === undefined) expect(service.healthcheck).toBeDefined();
    else expect(service).toMatchObject({ tmpfs: ['/tmp'], secrets: ['discord_token'] });
  });

  test.each(services.filter(([, { build }]) => build !== undefined))(
    '%s is given longer to end than it takes at most',
    (_, { stop_grace_period }) => {
      expect(Number(/^(\d+)s$/.exec(stop_grace_period ?? '')?.[1])).toBeGreaterThan(10);
      expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(10);
    },
  );

  test.each(services.filter(([, { profiles, build }]) => build !== undefined && profiles))(
    '%s waits for Redis',
    (_, service) => {
      expect(service.depends_on).toEqual({ redis: { condition: 'service_healthy' } });
      expect(service.networks).toContain('inside');
    },
  );

  test.each(services.filter(([, { build }]) => build !== undefined))(
    'the settings of %s are settings',
    (_, { environment = {} }) => {
      expect(Object.keys(environment).filter((name) => !isSetting(name))).toEqual([]);
      const { DISCORD_TOKEN_FILE, ...given } = withoutVariables(environment);
      expect(DISCORD_TOKEN_FILE).toBe('/run/secrets/discord_token');
      const key = given.TRANSPORT === 'http' ? { DISCORD_PUBLIC_KEY: 'a'.repeat(64) } : {};
      expect(() => readSettings({ ...given, ...key })).not.toThrow();
    },
  );

  test('Redis keeps what it acknowledged, and is reached by nobody outside', () => {
    const { redis } = compose.services;
    const command = redis?.command?.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(redis).toMatchObject({ networks: ['inside'] });
    expect(redis?.ports).toBeUndefined();
    expect(compose.networks).toMatchObject({ inside: { internal: true } });
  });

  test('named volumes and networks are declared', () => {
    for (const [, { volumes = [], networks = [] }] of services) {
      for (const volume of volumes.filter((each) => !each.startsWith('.')))
        expect(compose.volumes).toHaveProperty(volume.split(':')[0]!);
      for (const network of networks) expect(compose.networks).toHaveProperty(network);
    }
  });
});

test('the settings of the image and of the systemd unit are settings', () => {
  const native = ['MALLOC_ARENA_MAX', 'MALLOC_MMAP_THRESHOLD_', 'MALLOC_TRIM_THRESHOLD_'];
  const others = ['NODE_ENV', 'NODE_COMPILE_CACHE', 'UV_THREADPOOL_SIZE', ...native];
  const image = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, line]) => line!.split(' '));
  const service = [...unit.matchAll(/^Environment=(.+)$/gm)].flatMap(([, line]) => line!.split(' '));
  for (const pair of [...image, ...service]) {
    const [name = ''] = pair.split('=');
    expect(isSetting(name) || others.includes(name), name).toBe(true);
  }
  expect(image).toContain('HOST=0.0.0.0');
  for (const start of [image, service]) expect(start).toContain('UV_THREADPOOL_SIZE=16');
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK /m);
});
