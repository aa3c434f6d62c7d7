import { describe, expect, it } from 'vitest';
import config from '../../../vitest.config';
import { HANG_MS, staysTrue, until, within } from '../../browsers/waiting';

describe('waiting', () => {
  it('says what it waited for, and why it was not there', async () => {
    const never = new Promise<void>(() => {});
    await expect(within('the moon', never, 10)).rejects.toThrow('Waited 10 ms for the moon.');
    const reason = () => {
      throw new Error('clouds');
    };
    await expect(until('the moon', reason, 40)).rejects.toThrow('Waited 40 ms for the moon. Last: clouds');
  });

  it('hands the first truthy answer on', async () => {
    let asked = 0;
    expect(await until('three', () => (++asked < 3 ? 0 : asked))).toBe(3);
  });

  it('ends a hang before vitest does, so that its own words are the failure', () => {
    const { testTimeout = 0, hookTimeout = 0 } = config.test ?? {};
    expect(Math.min(testTimeout, hookTimeout)).toBeGreaterThan(HANG_MS);
  });
});

describe('what must not happen', () => {
  it('is looked for now and until the end', async () => {
    let asked = 0;
    await staysTrue('nobody comes', () => ++asked > 0, 120);
    expect(asked).toBeGreaterThanOrEqual(2);
  });

  it('is told by its name, as soon as it happens', async () => {
    let asked = 0;
    await expect(staysTrue('nobody comes', () => ++asked < 2, HANG_MS)).rejects.toThrow(
      'No longer true: nobody comes.',
    );
    await expect(staysTrue('nobody comes', () => false)).rejects.toThrow('nobody comes');
  });
});
