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
  const { url = '', tab } = sender;
  // Firefox gives no `origin`; there the page's own URL says the same.
  const origin = sender.origin ?? (URL.canParse(url) ? new URL(url).origin : '');
  const ours = origin === us.origin || url.startsWith(`${us.origin}/`);
  if (ours)
    return url.startsWith(`${us.origin}/`) &&
      (sender.frameId ?? 0) === 0 &&
      (!tab?.url || tab.url.startsWith(`${us.origin}/`))
      ? 'page'
      : undefined;
  return origin.startsWith('https://') && sender.frameId === 0 && tab?.id !== undefined
    ? 'content'
    : undefined;
}
