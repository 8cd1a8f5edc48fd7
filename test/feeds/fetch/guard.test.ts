import type { LookupAddress } from 'node:dns';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AddressPolicy, publicOnly } from '../../../src/feeds/fetch/address.ts';
import type { Lookup } from '../../../src/feeds/fetch/connect.ts';
import { createFetcher } from '../../../src/feeds/fetch/fetcher.ts';
import { rss, serve } from '../server.ts';

/** Stands for the public net: the only loopback address that the guard lets through here. */
const outside = '127.0.0.2';
const policy: AddressPolicy = (address) => address === outside || publicOnly(address);

function fetcher(allow: AddressPolicy, lookup?: Lookup) {
  const made = createFetcher({ userAgent: 'Test/1', allow, ...(lookup ? { lookup } : {}) }, { now: () => 0 });
  onTestFinished(() => made.close());
  return made;
}

/** Answers the given addresses in turn, the last one from then on. */
function answering(...answers: readonly string[][]): Lookup {
  let turn = 0;
  return (_name, _options, done) => {
    const addresses = answers[Math.min(turn, answers.length - 1)] ?? [];
    turn += 1;
    done(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

describe('publicOnly', () => {
  test.each(['8.8.8.8', '1.1.1.1', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001::1'])(
    'lets %s through',
    (address) => {
      expect(publicOnly(address)).toBe(true);
    },
  );

  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '198.19.255.255',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '192.88.99.1',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '100::1',
    '3fff::1',
    'fe80::1%eth0',
    'localhost',
    '',
    'example.org',
    '1.2.3',
    '999.1.1.1',
  ])('refuses %s', (address) => {
    expect(publicOnly(address)).toBe(false);
  });
});

describe('the guard', () => {
  const disguises = [
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0x7F.1',
    '0177.0.0.1',
    '017700000001',
    '127.0.0.1.',
    '127.000.000.001',
    '0',
    '0.0.0.0',
    '0x0',
    'localhost',
    'LOCALHOST',
    'localhost.',
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:7f00:0001]',
    '[::7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '１２７.０.０.１',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
    '127.0.0.1%2e',
  ];

  test.each(disguises)('does not dial %s', async (host) => {
    const inside = await serve((_, response) => response.end(rss('secret')));
    const result = await fetcher(publicOnly, answering(['127.0.0.1'])).fetch({
      url: `http://${host}:${inside.port}/`,
    });
    expect(result).toMatchObject({ kind: 'failed' });
    expect(['refused_address', 'bad_url']).toContain(result.kind === 'failed' && result.failure);
    expect(inside.requests).toHaveLength(0);
  });

  test.each([
    'http://user@127.0.0.2/',
    'http://user:pass@127.0.0.2/',
    'ftp://127.0.0.2/',
    'file:///etc/passwd',
    'gopher://127.0.0.2/',
    'javascript:1',
    'data:text/xml,<rss/>',
    '//127.0.0.2/',
    'feed',
    '',
    'http://',
    `http://127.0.0.2/${'a'.repeat(3000)}`,
  ])('does not take %s for an address', async (url) => {
    expect(await fetcher(policy).fetch({ url })).toMatchObject({ kind: 'failed', failure: 'bad_url' });
  });

  test('lets a public address through', async () => {
    const server = await serve((_, response) => response.end(rss('one')), outside);
    expect(await fetcher(policy).fetch({ url: server.url })).toMatchObject({ kind: 'fresh' });
  });

  test.each(disguises)('does not follow a redirect to %s', async (host) => {
    const inside = await serve((_, response) => response.end(rss('secret')));
    const server = await serve((_, response) => {
      response
        .writeHead(301, {
          location: encodeURI(`http://${host}:${inside.port}/`)
            .replace(/%5B/g, '[')
            .replace(/%5D/g, ']')
            .replace(/%25/g, '%'),
        })
        .end();
    }, outside);
    const result = await fetcher(policy, answering(['127.0.0.1'])).fetch({ url: server.url });
    expect(['refused_address', 'bad_url']).toContain(result.kind === 'failed' && result.failure);
    expect(inside.requests).toHaveLength(0);
  });

  test('checks every hop, not only the first', async () => {
    const inside = await serve((_, response) => response.end(rss('secret')));
    const server = await serve((request, response) => {
      const location = request.url === '/2' ? inside.url : '/2';
      response.writeHead(302, { location }).end();
    }, outside);
    expect(await fetcher(policy).fetch({ url: server.url })).toMatchObject({ failure: 'refused_address' });
    expect(inside.requests).toHaveLength(0);
  });

  test('refuses a name that resolves to a private address', async () => {
    const inside = await serve((_, response) => response.end(rss('secret')));
    const result = await fetcher(policy, answering(['127.0.0.1'])).fetch({
      url: `http://localhost:${inside.port}/`,
    });
    // It does not tell where the name leads inside.
    expect(result).toEqual({
      kind: 'failed',
      failure: 'refused_address',
      message: 'the address does not lead to the public internet',
    });
    expect(inside.requests).toHaveLength(0);
  });

  test('refuses it when only the second look-up says so (DNS rebinding)', async () => {
    const inside = await serve((_, response) => response.end(rss('secret')));
    const server = await serve((_, response) => {
      response.writeHead(302, { location: `http://localhost:${inside.port}/`, connection: 'close' }).end();
    }, outside);
    const rebinding = fetcher(policy, answering([outside], ['127.0.0.1']));
    const result = await rebinding.fetch({ url: `http://localhost:${server.port}/` });
    expect(server.requests).toHaveLength(1);
    expect(result).toMatchObject({ kind: 'failed', failure: 'refused_address' });
    expect(inside.requests).toHaveLength(0);
  });

  test('dials only the public ones of several addresses', async () => {
    const server = await serve((_, response) => response.end(rss('one')), outside);
    const mixed = fetcher(policy, answering(['127.0.0.1', '::1', '10.0.0.1', outside]));
    expect(await mixed.fetch({ url: `http://localhost:${server.port}/` })).toMatchObject({ kind: 'fresh' });
  });

  test('refuses a name that resolves to nothing', async () => {
    const result = await fetcher(policy, answering([])).fetch({ url: 'http://localhost:1/' });
    expect(result).toMatchObject({ kind: 'failed', failure: 'refused_address' });
  });
});
