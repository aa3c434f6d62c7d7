import '../../engine/browser';
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type MessageName, messages } from '@/utils/messages';
import { send, serve } from '@/utils/messaging';
import type { Sender } from '@/utils/sender';
import { fakeBrowser, us } from '../../engine/browser';

const owner = { space: 'acme', user: 1, profile: 2 };
const seat = 'acme';
const requests: { [N in MessageName]: unknown } = {
  refresh: { seat },
  connect: { space: 'acme' },
  wake: {},
  startPreflight: { seat, owner },
  save: { seat, owner, saveId: 's1', edits: { Position: { base: 'a', value: 'b' } } },
  saveResult: { seat, owner, saveId: 's1' },
  changePassword: { seat, owner, OldPassword: 'a', NewPassword: 'b', RepeatNewPassword: 'b' },
  suggestBio: { seat, owner },
  suggestTags: { seat, owner },
  history: { owner },
  switchProfile: { seat, owner, profile: 3 },
  forget: { space: 'acme' },
  lookUp: { origin: 'https://members.example.com' },
  bindDomain: { origin: 'https://members.example.com', space: 'acme' },
  unbindDomain: { origin: 'https://members.example.com' },
  openEditor: { section: 'billing' },
};

const names = Object.keys(messages) as MessageName[];
const handlers = Object.fromEntries(names.map(name => [name, vi.fn(async () => null)])) as unknown as {
  [N in MessageName]: ReturnType<typeof vi.fn>;
};
const called = () => names.filter(name => handlers[name].mock.calls.length > 0);

const popup: Sender = { id: us.id, origin: us.origin, url: `${us.origin}/popup.html` };
const url = 'https://acme.nexudus.site/acme';
const content: Sender = {
  id: us.id,
  origin: 'https://acme.nexudus.site',
  url,
  frameId: 0,
  tab: { id: 3, url },
};
const stranger: Sender = {
  id: 'other',
  origin: 'chrome-extension://other',
  url: 'chrome-extension://other/a.html',
};

/** Whether the listener promised an answer, and the answer. */
async function speak(message: unknown, sender: Sender) {
  const answers: unknown[] = [];
  const [promised] = fakeBrowser.runtime.onMessage.emit(message, sender, reply => void answers.push(reply));
  await new Promise(setImmediate);
  return { promised, answers };
}

beforeEach(() => {
  fakeBrowser.reset();
  for (const handler of Object.values(handlers)) handler.mockReset().mockResolvedValue(null);
  serve(handlers as never);
});

describe('the background', () => {
  it.each(names)('hears %s from those who may send it, and from nobody else', async name => {
    for (const sender of [popup, content, stranger]) {
      for (const handler of Object.values(handlers)) handler.mockClear();
      const { promised, answers } = await speak({ name, request: requests[name] }, sender);
      const allowed = sender === (messages[name].from === 'page' ? popup : content);
      expect(called()).toEqual(allowed ? [name] : []);
      expect([promised, answers]).toEqual(allowed ? [true, [null]] : [undefined, []]);
    }
  });

  it.each(names)('does not hear %s with a key more, or a shape of its own', async name => {
    for (const request of [{ ...(requests[name] as object), more: 1 }, null, [1], 'x', { seat: 5 }]) {
      await speak({ name, request }, messages[name].from === 'page' ? popup : content);
    }
    expect(called()).toEqual([]);
  });

  it('does not hear messages of another shape', async () => {
    const odd = [
      null,
      5,
      'save',
      [],
      {},
      { name: 'save' },
      { name: 'token', request: {} },
      { name: '__proto__', request: {} },
    ];
    for (const message of [...odd, { name: 'refresh', request: { seat }, more: 1 }]) {
      expect(await speak(message, popup)).toEqual({ promised: undefined, answers: [] });
    }
    expect(called()).toEqual([]);
  });

  it('drops fields that the table does not know, and never sees a token, address or header', async () => {
    await speak(
      {
        name: 'save',
        request: {
          ...(requests.save as object),
          edits: { Id: { base: 1, value: 2 }, Position: { base: 'a', value: 'b' } },
        },
      },
      popup,
    );
    expect(handlers.save.mock.calls[0]?.[0]).toMatchObject({
      edits: { Position: { base: 'a', value: 'b' } },
    });
    expect(JSON.stringify(handlers.save.mock.calls[0]?.[0])).not.toContain('"Id"');
  });

  it('answers when a handler fails, so that nobody waits for ever', async () => {
    handlers.refresh.mockRejectedValue(new Error('a bug'));
    expect(await speak({ name: 'refresh', request: { seat } }, popup)).toEqual({
      promised: true,
      answers: [undefined],
    });
  });

  // T24: whatever a page of the portal sends, at most an editor opens.
  it('turns away ten thousand messages of content scripts that are not for them', async () => {
    const message = fc.oneof(
      fc.anything(),
      fc.record({ name: fc.constantFrom(...names), request: fc.anything() }),
      fc.record({ name: fc.constantFrom(...names), request: fc.constantFrom(...Object.values(requests)) }),
      fc.record({ name: fc.constant('openEditor'), request: fc.record({ section: fc.string() }) }),
    );
    for (const each of fc.sample(message, { numRuns: 10_000, seed: 7 }))
      fakeBrowser.runtime.onMessage.emit(each, content, () => {});
    expect(called().filter(name => name !== 'openEditor')).toEqual([]);
    for (const [request] of handlers.openEditor.mock.calls)
      expect(v.is(messages.openEditor.request, request)).toBe(true);
  });
});

describe('a page', () => {
  it('gets what was answered, if it has the promised shape', async () => {
    fakeBrowser.runtime.reply = async () => ({ ok: true, value: null });
    await expect(send('refresh', { seat })).resolves.toEqual({ ok: true, value: null });
  });
  it.each([undefined, null, {}, { ok: false }, { ok: false, error: { code: 'strange' } }])(
    'hears of an answer %j as of a bug',
    async reply => {
      fakeBrowser.runtime.reply = async () => reply;
      await expect(send('refresh', { seat })).rejects.toThrow();
    },
  );
});
