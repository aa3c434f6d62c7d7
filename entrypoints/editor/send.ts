import type { send as Send } from '../../utils/messaging';

let messaging: { send: typeof Send } | undefined;

/** The first message goes out after the first paint, and so does its code come; every later one leaves in the same turn. */
export const send: typeof Send = async (name, request) => {
  messaging ??= await import('../../utils/messaging');
  return messaging.send(name, request);
};
