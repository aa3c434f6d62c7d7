/** Where the traces of failed tests are left; emptied at the start of a run. */
export const FAILURES_FOLDER = '.output/failures';

const longestName = 80;

/** The folder of one test (or file) of a run such as `e2e-firefox`, relative to the root. */
export const traceFolder = (run: string, name: string): string =>
  [FAILURES_FOLDER, run, fileName(name)].join('/');

/** Letters, digits and dashes alone, so that every system takes it and nobody has to quote it. */
const fileName = (text: string) =>
  text
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-|-$/g, '');
