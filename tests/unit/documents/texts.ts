import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every file of the repository. */
export const repository = (): string[] =>
  execFileSync('git', ['ls-files', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(Boolean);

/** A command as a document prints it. */
export interface Command {
  document: string;
  line: string;
}

/** The lines of a document's shell blocks, indented ones included. */
export const blocksOf = (document: string): Command[] =>
  [...read(document).matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
      .map(line => ({ document, line })),
  );

/** The commands that a document names in its sentences. */
export const namedIn = (document: string): Command[] =>
  [...read(document).matchAll(/`((?:npm|npx) [^`]+)`/g)].map(([, line = '']) => ({ document, line }));

/** The rows of the tables of a document, as cells, without their heads. */
export const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter(line => line.startsWith('|') && !/^\|[\s|:-]+$/.test(line))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
