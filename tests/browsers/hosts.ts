/** The names that reach the stand-in portal on loopback. Every other name leads nowhere. */
export const portalHosts = [
  'spaces.nexudus.com',
  '*.spaces.nexudus.com',
  'nexudus.site',
  '*.nexudus.site',
  'members.example.com',
] as const;
