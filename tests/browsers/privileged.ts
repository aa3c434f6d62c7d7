/** Firefox publishes no types for what its own code sees; this file is the border, and the scripts beside it are the only guests. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type Privileged = any;

/** Marks a line of Firefox's output as an event for the driver. */
export const eventMark = '@nametag ';
