import { gzipSync } from 'node:zlib';
import type { Fault, Scripted } from './types';

/** Matches the one write of the product. */
export const patch = { method: 'PATCH', path: '/api/public/coworker/profile' } as const;
/** Matches reads of the profile. */
export const profileRead = { method: 'GET', path: /^\/[a-z]{2}\/profile$/ } as const;
/** Matches reads of the session. */
export const sessionRead = { method: 'GET', path: '/login/me' } as const;

/** A page where JSON was expected: the app's shell, a captive portal, a proxy's error. */
export const htmlPage = (status = 200): Scripted => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  text: '<!doctype html><html><head><title>Portal</title></head><body><div id="root"></div></body></html>',
});

export const redirectTo = (location: string, status: 301 | 302 | 303 | 307 | 308 = 307): Scripted => ({
  status,
  headers: { location },
});

/** JSON that ends in the middle, in an answer that is complete as HTTP. */
export const truncatedJson: Fault['answer'] = normal => ({
  status: normal.status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  bytes: normal.body.slice(0, Math.floor(normal.body.length / 2)),
});

/** A few kilobytes that become `megabytes` when they are unpacked. */
export const gzipBomb = (megabytes = 50): Scripted => ({
  headers: { 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'gzip' },
  bytes: gzipSync(`{"FullName":"${' '.repeat(megabytes * 1024 * 1024)}"}`),
});

/** A JSON text of `bytes` bytes. */
export const hugeJson = (bytes = 50 * 1024 * 1024): Scripted => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  text: `{"FullName":"${'x'.repeat(bytes)}"}`,
});

/** JSON nested `levels` deep. */
export const deepJson = (levels = 100_000): Scripted => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  text: `${'{"FullName":'.repeat(levels)}null${'}'.repeat(levels)}`,
});

/** An unwell server that says so: nothing was stored unless the fault has `apply: true`. */
export const status = (code: number, headers: Record<string, string> = {}, text = ''): Scripted => ({
  status: code,
  headers,
  text,
});
