/** What no real browser can be brought to, each with the reason. At most ten. */
export const engineOnly: Record<string, string> = {
  F60: 'a browser takes its clock from the computer, which a test must not set',
};
