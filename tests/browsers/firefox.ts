import type { Browser, LaunchOptions } from './driver';
export const launchFirefox = (_: LaunchOptions & { extension: string }): Promise<Browser> => {
  throw new Error('soon');
};
