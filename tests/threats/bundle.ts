import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildFolder } from './builds';

export const filesOf = (folder = buildFolder): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

export const textOf = (file: string, folder = buildFolder): string =>
  readFileSync(join(folder, file), 'utf8');

/** What code of ours must not contain, by what it would do. */
export const forbidden: Record<string, RegExp> = {
  'runs text':
    /\beval\s*\(|\bnew\s+Function\b|(?<![\w.$])Function\s*\(\s*["'`]|set(?:Timeout|Interval)\s*\(\s*["'`]/,
  'loads code from elsewhere': /\bimport\s*\(\s*["'`]https?:|importScripts\s*\(|\bfrom\s*["']https?:/,
  'opens its own wire': /\bnew\s+(?:WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection)\b|sendBeacon/,
  'is sent to content scripts': /tabs\.sendMessage|runtime\.connect\b|onMessageExternal|onConnectExternal/,
};

/** What the script on the portal's pages must not touch (T11): the page's stores, its world, its cookies. */
export const notOnPages =
  /localStorage|sessionStorage|indexedDB|document\.cookie|world:|postMessage|addEventListener\(\s*["'`]message/;

/** Every host that the code names, with who is meant. */
export const hostsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\b(?:https?|wss?):\/\/([\w*.-]+\.[a-z]{2,})/gi)].map(([, host = '']) =>
      host.toLowerCase(),
    ),
  ),
];
