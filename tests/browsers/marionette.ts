import { connect, type Socket } from 'node:net';
import { until, within } from './waiting';

/**
 * Firefox's own automation protocol over TCP: messages are `<length in bytes>:<json>`; a request is [0, id, command, parameters], its
 * answer [1, id, error, result]. After one greeting the server only answers.
 */
export interface Marionette {
  send<T = unknown>(command: string, parameters?: object): Promise<T>;
  close(): void;
}

type Answer = [1, number, { error: string; message: string } | null, unknown];

export async function marionette(port: number): Promise<Marionette> {
  const socket = await until('Firefox to accept a connection', () => open(port));
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let count = 0;
  let greeted = () => {};
  const greeting = new Promise<void>(resolve => {
    greeted = resolve;
  });

  eachMessage(socket, message => {
    if (!Array.isArray(message)) return greeted();
    const [, id, error, result] = message as Answer;
    const call = pending.get(id);
    pending.delete(id);
    if (error) call?.reject(new Error(`${error.error}: ${error.message}`));
    else call?.resolve(result);
  });
  socket.on('close', () => {
    for (const { reject } of pending.values()) reject(new Error('Firefox has closed the connection.'));
    pending.clear();
  });
  await within('the greeting of Firefox', greeting);

  return {
    send<T>(command: string, parameters: object = {}) {
      if (socket.destroyed) return Promise.reject(new Error('Firefox is closed.'));
      const id = ++count;
      const message = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
      const answer = new Promise<T>((resolve, reject) => {
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
      });
      return within(`Firefox to answer ${command}`, answer);
    },
    close: () => socket.destroy(),
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.off('error', reject).on('error', () => {});
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

function eachMessage(socket: Socket, tell: (message: unknown) => void): void {
  let data = Buffer.alloc(0);
  socket.on('data', chunk => {
    data = Buffer.concat([data, chunk as Buffer]);
    for (;;) {
      const colon = data.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(data.subarray(0, colon).toString());
      if (data.length < end) return;
      const message: unknown = JSON.parse(data.subarray(colon + 1, end).toString());
      data = data.subarray(end);
      tell(message);
    }
  });
}
