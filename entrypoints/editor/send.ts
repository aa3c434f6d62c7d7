import type { send as Send } from '../../utils/messaging';

/** The first message goes out after the first paint, and so does its code come. */
export const send: typeof Send = async (name, request) =>
  (await import('../../utils/messaging')).send(name, request);
