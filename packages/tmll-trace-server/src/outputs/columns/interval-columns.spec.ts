import { BusyColumn } from './busy-column';
import { StepColumn } from './step-column';
import { TransferColumn } from './transfer-column';

describe('BusyColumn', () => {
    it('tells how much of its intervals lies before a time', () => {
        const busy = new BusyColumn();
        busy.push(10, 20);
        busy.push(30, 31);
        busy.push(40, 40);
        expect([0, 10, 15, 20, 25, 30.5, 31, 99].map(time => busy.upTo(time))).toEqual([0, 0, 5, 10, 10, 10.5, 11, 11]);
    });

    it('joins intervals that touch', () => {
        const busy = new BusyColumn();
        busy.push(0, 10);
        busy.push(10, 15);
        busy.push(20, 30);
        expect([5, 12, 15, 17, 25, 40].map(time => busy.upTo(time))).toEqual([5, 12, 15, 15, 20, 25]);
    });
});

describe('StepColumn', () => {
    it('holds a value until the next one and knows none before the first', () => {
        const steps = new StepColumn();
        steps.push(10, 3);
        steps.push(20, -4);
        expect([9, 10, 19, 20, 99].map(time => steps.at(time))).toEqual([undefined, 3, 3, -4, -4]);
        expect(steps.minimum).toBe(-4);
    });

    it('takes the last of several values at one time', () => {
        const steps = new StepColumn();
        [1, 2, 3].forEach(value => steps.push(10, value));
        expect(steps.at(10)).toBe(3);
    });
});

describe('TransferColumn', () => {
    const column = (...transfers: [number, number, number][]): TransferColumn => {
        const result = new TransferColumn();
        transfers.forEach(transfer => result.push(...transfer));
        result.seal();
        return result;
    };

    it('has moved nothing when there was nothing', () => {
        expect(column().upTo(5)).toBe(0);
    });

    it('spreads overlapping transfers evenly, in whatever order they are given', () => {
        const moved = column([20, 40, 200], [0, 30, 300]);
        // By hand: 10 a ns from 0 to 30, and another 10 a ns from 20 to 40.
        expect([0, 10, 20, 25, 30, 35, 40, 50].map(time => moved.upTo(time))).toEqual([
            0, 100, 200, 300, 400, 450, 500, 500
        ]);
    });

    it('jumps at a transfer without duration, also inside another one', () => {
        const moved = column([0, 10, 10], [5, 5, 1000]);
        expect([4, 5, 6, 10].map(time => moved.upTo(time))).toEqual([4, 1005, 1006, 1010]);
    });

    it('ends at the exact sum however long the ramps are', () => {
        const moved = new TransferColumn();
        let sum = 0;
        for (let index = 0; index < 1000; index++) {
            moved.push(index * 7, index * 7 + 3 + (index % 11), 512 * (index % 13));
            sum += 512 * (index % 13);
        }
        moved.seal();
        expect(moved.upTo(1e9)).toBe(sum);
    });
});
