import { NO_STATE, StateColumn } from './state-column';

const column = (start: number, ...steps: readonly [number, number][]): StateColumn => {
    const made = new StateColumn(start);
    steps.forEach(([time, value]) => made.set(time, value));
    return made;
};

describe('StateColumn', () => {
    it('has no state from the beginning to the first one, and the last one for ever', () => {
        const states = column(10, [20, 5], [30, 7]);
        expect(states.at(10)).toEqual({ start: 10, end: 20, value: NO_STATE });
        expect(states.at(19)).toEqual({ start: 10, end: 20, value: NO_STATE });
        expect(states.at(20)).toEqual({ start: 20, end: 30, value: 5 });
        expect(states.at(1e9)).toEqual({ start: 30, end: Infinity, value: 7 });
        expect(states.at(0)).toEqual({ start: 10, end: 20, value: NO_STATE });
        expect([states.current, states.currentSince]).toEqual([7, 30]);
    });

    it('goes on when set to the same, and keeps the last of several at one time', () => {
        const states = column(0, [5, 1], [7, 1], [9, 2], [9, 3], [12, 4]);
        expect([...states.between(0, 20)]).toEqual([
            { start: 0, end: 5, value: NO_STATE },
            { start: 5, end: 9, value: 1 },
            { start: 9, end: 12, value: 3 },
            { start: 12, end: Infinity, value: 4 }
        ]);
    });

    it('takes a time before the last one for that time, so that columns stay ascending', () => {
        expect([...column(0, [10, 1], [8, 2]).between(0, 20)].map(({ start }) => start)).toEqual([0, 10]);
    });

    it('gives the states at several times, each once', () => {
        const states = column(0, [5, 1], [6, 2], [9, 3]);
        expect(states.atAll(Float64Array.of(0, 4, 7, 8, 30, 40)).map(({ value }) => value)).toEqual([NO_STATE, 2, 3]);
        expect(states.atAll(new Float64Array(0))).toEqual([]);
    });

    it('keeps any number of states (property: against a plain list)', () => {
        const states = new StateColumn(0);
        const plain: [number, number][] = [];
        for (let step = 1; step <= 300; step++) {
            states.set(step * 7, step % 5);
            plain.push([step * 7, step % 5]);
            const time = Math.floor((step * 7) / 2);
            const expected = plain.filter(([start]) => start <= time).at(-1)?.[1] ?? NO_STATE;
            expect([step, states.at(time).value]).toEqual([step, expected]);
        }
    });

    it.each([0, 1, 10, 64, 65, 200])('is the same after packing %i states', count => {
        const states = new StateColumn(3);
        for (let step = 1; step <= count; step++) {
            states.set(step * 10, step);
        }
        const unpacked = StateColumn.unpack(states.pack());
        expect([...unpacked.between(0, 5000)]).toEqual([...states.between(0, 5000)]);
        unpacked.set(9000, 1);
        expect(unpacked.at(9000).value).toBe(1);
    });

    it('gives the states that have a time in a span, its ends included', () => {
        const values = (start: number, end: number): number[] =>
            [...column(0, [5, 1], [9, 2]).between(start, end)].map(({ value }) => value);
        expect(values(4, 5)).toEqual([NO_STATE, 1]);
        expect(values(5, 8)).toEqual([1]);
        expect(values(8, 100)).toEqual([1, 2]);
    });
});
