import { describe, expect, it } from 'vitest';
import { until, within } from '../../browsers/waiting';

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
});
