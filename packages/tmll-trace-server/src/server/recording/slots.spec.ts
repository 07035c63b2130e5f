import { Slots } from './slots';

const never = new AbortController().signal;

describe('Slots', () => {
    it('lets so many run at a time, each in its turn', async () => {
        const slots = new Slots(2);
        let running = 0;
        let most = 0;
        const work = async (): Promise<void> => {
            most = Math.max(most, ++running);
            await new Promise(resolve => setTimeout(resolve, 5));
            running--;
        };
        await Promise.all(Array.from({ length: 7 }, () => slots.run(work, never)));
        expect([most, running]).toEqual([2, 0]);
    });

    it('goes on after work that failed', async () => {
        const slots = new Slots(1);
        const failing = slots.run(() => Promise.reject(new Error('no')), never);
        const next = slots.run(() => Promise.resolve(7), never);
        await expect(failing).rejects.toThrow('no');
        expect(await next).toBe(7);
    });

    it('does not begin what was given up while it waited', async () => {
        const slots = new Slots(1);
        const controller = new AbortController();
        let finish = (): void => undefined;
        const first = slots.run(() => new Promise<void>(resolve => (finish = resolve)), never);
        let begun = false;
        const second = slots.run(async () => {
            begun = true;
        }, controller.signal);
        controller.abort(new Error('given up'));
        await expect(second).rejects.toThrow('given up');
        finish();
        await first;
        expect(begun).toBe(false);
    });
});
