import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { type Json, parseJson } from './json';

/** What came back. The shape of `json` is the caller's claim: a test says what it expects by its assertions. */
export interface Reply<T = Record<string, Json>> {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: T;
}

export interface CallOptions {
  token?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  body?: string;
  signal?: AbortSignal;
}

/** Calls a portal from Node under its production names, over TLS that is checked; asks for JSON unless told otherwise. */
export function createClient({ port, ca }: { port: number; ca: string }) {
  return <T = Record<string, Json>>(
    method: string,
    url: string,
    { token, headers, json, body, signal }: CallOptions = {},
  ) =>
    new Promise<Reply<T>>((resolve, reject) => {
      const { hostname, pathname, search } = new URL(url);
      const payload = json === undefined ? body : JSON.stringify(json);
      const call = request(
        {
          host: '127.0.0.1',
          port,
          servername: hostname,
          path: pathname + search,
          method,
          ca,
          signal,
          agent: false,
          headers: {
            host: hostname,
            accept: 'application/json',
            ...(token ? { authorization: `Bearer ${token}` } : {}),
            ...(json === undefined ? {} : { 'content-type': 'application/json' }),
            ...(payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) }),
            ...headers,
          },
        },
        async answer => {
          try {
            const chunks: Buffer[] = [];
            for await (const chunk of answer) chunks.push(chunk as Buffer);
            const text = Buffer.concat(chunks).toString();
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text,
              json: parseJson(text) as T,
            });
          } catch (error) {
            reject(error);
          }
        },
      );
      call.on('error', reject);
      call.end(payload);
    });
}

export type Client = ReturnType<typeof createClient>;
