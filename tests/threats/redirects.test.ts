import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { ExtensionApi } from '../browsers/driver';
import { redirectTo } from '../portal/faults/recipes';
import { plural, threat } from './report';
import { browserName, useThreatStage } from './stage';

const statuses = [301, 302, 303, 307, 308] as const;
const secret = 'Typed-Position-8231';
const password = 'Never-Follow-1999';

describe(`redirects, in ${browserName}`, () => {
  const stage = useThreatStage();
  let plain: Server;
  const arrived: { url: string; authorization: string; body: string }[] = [];
  beforeAll(async () => {
    plain = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      arrived.push({ url: request.url ?? '', authorization: request.headers.authorization ?? '', body });
      response.setHeader('access-control-allow-origin', '*').end('{}');
    });
    await new Promise<void>(go => plain.listen(0, '127.0.0.1', go));
  });
  afterAll(() => {
    plain.closeAllConnections();
    plain.close();
  });

  const targets = (): Record<string, string> => ({
    'same host': 'https://acme.spaces.nexudus.com/target',
    'other space': 'https://kodama.spaces.nexudus.com/target',
    'other site': 'https://target.example.com/target',
    'plain http': `http://127.0.0.1:${(plain.address() as AddressInfo).port}/target`,
    'chain of three': 'https://acme.spaces.nexudus.com/chain/1',
  });

  threat('T32', 'no redirect takes the body or the token along', async () => {
    const tab = await stage.signIn('ada');
    for (let step = 1; step <= 3; step += 1)
      stage.portal.faults.add({
        match: { path: `/chain/${step}`, where: ({ method }) => method !== 'OPTIONS' },
        times: Number.POSITIVE_INFINITY,
        answer: redirectTo(
          step < 3
            ? `https://kodama.spaces.nexudus.com/chain/${step + 1}`
            : 'https://target.example.com/target',
        ),
      });
    const page = await stage.browser.newTab(`${stage.browser.origin}/editor.html`);
    const ask = (name: string, request: object) =>
      page.evaluate(
        async (name, request) => {
          const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
          return JSON.stringify(
            (await (browser ?? chrome).runtime.sendMessage({ name, request: JSON.parse(request) })) ?? null,
          );
        },
        name,
        JSON.stringify(request),
      );
    const owner = {
      space: 'acme',
      user: stage.portal.member('ada').id,
      profile: stage.portal.currentProfile('ada', 'acme'),
    };
    const atTargets = (mark: number) => [
      ...stage.portal.log
        .since(mark)
        .filter(({ path, headers }) => /^\/(target|chain)/.test(path) && !headers.referer)
        .map(({ host, path, authorization = '', body }) => ({ url: host + path, authorization, body })),
      ...arrived,
    ];
    const start = stage.portal.log.mark();
    let tried = 0;
    for (const status of statuses) {
      for (const [name, location] of Object.entries(targets())) {
        for (const method of ['PATCH', 'GET', 'password'] as const) {
          const mark = stage.portal.log.mark();
          const fault = stage.portal.faults.add({
            match: {
              method: method === 'GET' ? 'GET' : 'PATCH',
              host: 'acme.spaces.nexudus.com',
              path: /^\/(api\/public\/coworker\/profile|en\/profile|login\/me)/,
              where: ({ origin }) => !origin?.startsWith('https:'),
            },
            times: method === 'GET' ? 3 : 1,
            answer: redirectTo(location, status),
          });
          const reply =
            method === 'PATCH'
              ? await ask('save', {
                  seat: 'acme',
                  owner,
                  saveId: `${status} ${name}`,
                  edits: { Position: { base: stage.portal.record(owner.profile).Position, value: secret } },
                })
              : method === 'GET'
                ? await ask('refresh', { seat: 'acme' })
                : await ask('changePassword', {
                    seat: 'acme',
                    owner,
                    OldPassword: password,
                    NewPassword: password,
                    RepeatNewPassword: password,
                  });
          fault.remove();
          tried += 1;
          expect([status, name, method, fault.used > 0]).toEqual([status, name, method, true]);
          expect([status, name, method, atTargets(mark)]).toEqual([status, name, method, []]);
          expect(JSON.parse(reply)).not.toMatchObject({ changed: true });
        }
      }
    }
    await page.close();

    // The targets can be reached: a page that follows redirects delivers its body there.
    const mark = stage.portal.log.mark();
    stage.portal.faults.add({
      match: { method: 'PATCH', path: '/follow' },
      answer: {
        status: 307,
        headers: {
          location: 'https://kodama.spaces.nexudus.com/target',
          'access-control-allow-origin': '*',
        },
      },
    });
    await tab.evaluate(
      secret =>
        fetch('https://acme.spaces.nexudus.com/follow', {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ secret }),
        }).then(
          () => {},
          () => {},
        ),
      secret,
    );
    const delivered = stage.portal.log
      .since(mark)
      .filter(({ path, body }) => path === '/target' && body.includes(secret));
    expect(delivered.length).toBe(1);
    // Nothing came to the targets after all.
    expect(atTargets(start)).toEqual([]);
    return [
      `${statuses.length} statuses × ${Object.keys(targets()).length} targets × 3 requests: ${plural(tried, 'redirects')}`,
      '0 bearers, 0 bodies at targets (a page that follows: 1)',
    ];
  });
});
