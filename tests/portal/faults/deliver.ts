import type { ServerResponse } from 'node:http';
import { elapse } from '../../browsers/waiting';
import type { Answer, Delivery } from './types';

const never = new Set(['content-length', 'transfer-encoding', 'connection']);

function head(outgoing: ServerResponse, { status, headers }: Answer, length: number | undefined) {
  outgoing.statusCode = status;
  for (const [name, value] of headers) {
    // By hand, because Node would chunk or close on its own terms.
    if (!never.has(name)) outgoing.appendHeader(name, value);
  }
  const bodiless = status === 204 || status === 304;
  if (length !== undefined && !bodiless) outgoing.setHeader('content-length', length);
}

/** RST rather than FIN where the platform can: a broken connection, not an orderly end. */
const breakOff = (outgoing: ServerResponse) => outgoing.socket?.destroy();

/** Writes until the client hears no more; true while it still listens. */
const push = async (outgoing: ServerResponse, bytes: Uint8Array): Promise<boolean> => {
  if (outgoing.destroyed) return false;
  if (!outgoing.write(bytes))
    await new Promise<void>(resolve => {
      outgoing.once('drain', resolve);
      outgoing.once('close', resolve);
    });
  return !outgoing.destroyed;
};

type Deliver<K extends Delivery['kind']> = (
  outgoing: ServerResponse,
  answer: Answer,
  how: Extract<Delivery, { kind: K }>,
) => Promise<void> | void;

const deliveries: { [K in Delivery['kind']]: Deliver<K> } = {
  whole(outgoing, answer) {
    head(outgoing, answer, answer.body.length);
    outgoing.end(answer.body);
  },
  reset(outgoing) {
    breakOff(outgoing);
  },
  async cut(outgoing, answer, { after }) {
    // The length of the whole is announced, so that the client knows that it was cut.
    head(outgoing, answer, Math.max(answer.body.length, after + 1));
    outgoing.flushHeaders();
    if (after > 0) await push(outgoing, answer.body.slice(0, after));
    // Time for the part to leave the machine before the reset overtakes it.
    await elapse(50);
    breakOff(outgoing);
  },
  async drip(outgoing, answer, { bytesPerSecond }) {
    head(outgoing, answer, answer.body.length);
    outgoing.flushHeaders();
    const step = Math.max(1, Math.round(bytesPerSecond / 4));
    const pause = (1000 * step) / bytesPerSecond;
    for (let sent = 0; sent < answer.body.length; sent += step) {
      if (!(await push(outgoing, answer.body.slice(sent, sent + step)))) return;
      await elapse(pause);
    }
    outgoing.end();
  },
  async endless(outgoing, answer) {
    head(outgoing, answer, undefined);
    const chunk = answer.body.length > 0 ? answer.body : new Uint8Array(65_536).fill(32);
    // A breath in each turn: the rest of the portal goes on answering.
    while (await push(outgoing, chunk)) await elapse(1);
  },
  silence() {},
};

/** Sends an answer as a fault has it sent. Resolves when its part is done; a client that leaves is no error. */
export async function deliver(
  outgoing: ServerResponse,
  answer: Answer,
  how: Delivery = { kind: 'whole' },
): Promise<void> {
  if (outgoing.destroyed) return;
  const run = deliveries[how.kind] as Deliver<Delivery['kind']>;
  await run(outgoing, answer, how);
}
