/** The API of every space and the older portal's pages; the pages of the current portal. */
export const portalPatterns = ['https://*.spaces.nexudus.com/*', 'https://*.nexudus.site/*'];

/** A pattern with `*.` includes the bare domain, which is nobody's portal. */
export const noPortalPatterns = ['https://spaces.nexudus.com/*', 'https://nexudus.site/*'];

/** The one pattern for a custom domain's origin. */
export const patternOf = (origin: string): string => `${origin}/*`;
