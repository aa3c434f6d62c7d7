/** Who speaks: the browser's description of a message's sender, and the class of sender it makes. */
export interface Sender {
  id?: string;
  origin?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number; url?: string; windowId?: number };
}

/**
 * Which class a sender belongs to, or undefined for one that may say nothing. A page of ours has our origin and no
 * foreign tab around it; a content script has our id, the top frame of a real tab, and an https page.
 */
export function senderClass(
  sender: Sender,
  us: { id: string; origin: string },
): 'page' | 'content' | undefined {
  const { id, origin = '', url = '', tab, frameId } = sender;
  if (id !== us.id) return undefined;
  const isOurs = (address: string) => address.startsWith(`${us.origin}/`);
  if (isOurs(url)) {
    const alone = (frameId ?? 0) === 0 && (!tab?.url || isOurs(tab.url));
    return origin === us.origin && alone ? 'page' : undefined;
  }
  return origin.startsWith('https://') && frameId === 0 && tab?.id !== undefined ? 'content' : undefined;
}
