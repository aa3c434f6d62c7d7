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
  if (sender.id !== us.id || sender.origin === 'null') return undefined;
  const { url = '', tab, frameId } = sender;
  const isOurs = (address: string) => address.startsWith(`${us.origin}/`);
  if (isOurs(url)) {
    // Firefox gave no `origin` for long; there the page's own address says the same.
    const ours = (sender.origin ?? us.origin) === us.origin;
    return ours && (frameId ?? 0) === 0 && (!tab?.url || isOurs(tab.url)) ? 'page' : undefined;
  }
  const origin = sender.origin ?? (URL.canParse(url) ? new URL(url).origin : '');
  return origin.startsWith('https://') && frameId === 0 && tab?.id !== undefined ? 'content' : undefined;
}
