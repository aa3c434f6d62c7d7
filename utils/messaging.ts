/** Edge: `send()` and `serve()`, the two ends of every message. */

import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type MessageName, messages, type Reply, type Request } from './messages';
import { type Sender, senderClass } from './sender';

/** Asks the background. Rejects only when there is no background to answer or the answer has another shape: a bug, or an update. */
export async function send<N extends MessageName>(name: N, request: Request<N>): Promise<Reply<N>> {
  const reply: unknown = await browser.runtime.sendMessage({ name, request });
  return v.parse(messages[name].reply, reply) as Reply<N>;
}

type Handlers = { [N in MessageName]: (request: Request<N>, sender: Sender) => Promise<Reply<N>> };

/** Answers messages: sender, name and shape are checked before a handler sees anything; all else gets no answer. */
export function serve(handlers: Handlers): void {
  const us = { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Sender, answer: (reply: unknown) => void) => {
      const envelope = v.safeParse(
        v.strictObject({ name: v.picklist(Object.keys(messages) as MessageName[]), request: v.unknown() }),
        message,
      );
      if (!envelope.success) return;
      const { name } = envelope.output;
      if (messages[name].from !== senderClass(sender, us)) return;
      const request = v.safeParse(messages[name].request, envelope.output.request);
      if (!request.success) return;
      (handlers[name] as (request: unknown, sender: Sender) => Promise<unknown>)(request.output, sender).then(
        answer,
        // A handler that fails is a bug; the asker must still hear something, and an answer of no shape is one.
        () => answer(undefined),
      );
      return true;
    },
  );
}
