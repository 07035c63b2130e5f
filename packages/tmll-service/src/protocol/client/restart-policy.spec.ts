import { restartDelay } from './restart-policy';

describe('restartDelay', () => {
    const policy = { firstDelayMs: 500, attempts: 3, healthyAfterMs: 60_000 };

    it('doubles with every failure', () => {
        expect([1, 2, 3].map(failures => restartDelay(policy, failures))).toEqual([500, 1000, 2000]);
    });

    it('gives up after the last attempt', () => {
        expect(restartDelay(policy, 4)).toBeUndefined();
    });
});
