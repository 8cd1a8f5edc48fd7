import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

describe('config/schema', () => {
  it('is what the zod schemas say', async () => {
    const check = promisify(execFile)(process.execPath, [join(root, 'scripts/schemas.ts'), '--check']);
    await expect(check).resolves.toMatchObject({ stderr: '' });
  });

  it('is named at the head of every YAML file of the pack', async () => {
    const pack = join(root, 'config/pakistan-ttp');
    const names = await readdir(pack, { recursive: true });
    for (const name of names.filter((each) => each.endsWith('.yaml'))) {
      const [head] = (await readFile(join(pack, name), 'utf8')).split('\n');
      const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(head ?? '')?.[1];
      expect(schema, name).toBeDefined();
      await expect(readFile(join(pack, name, '..', schema ?? ''), 'utf8'), name).resolves.toContain(
        'json-schema.org',
      );
    }
  });
});
