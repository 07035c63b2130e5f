import { SeededRandom } from '../statistics/seeded-random';
import { evenSlots } from './seasonality-slots';

const slots = (values: number[], times: number[]): { slots: number[]; slotOf: number[] } => {
    const even = evenSlots(Float64Array.from(values), Float64Array.from(times));
    return { slots: Array.from(even.slots), slotOf: Array.from(even.slotOf) };
};

describe('evenSlots', () => {
    it('leaves a place empty where a point is missing, and averages points at one time', () => {
        expect(slots([1, 2, 4, 6, 8], [0, 100, 300, 300, 400])).toEqual({
            slots: [1, 2, NaN, 5, 8],
            slotOf: [0, 1, 3, 3, 4]
        });
    });

    it('leaves missing values out of the average', () => {
        expect(slots([1, NaN, 4, Infinity, 8], [0, 100, 200, 200, 300]).slots).toEqual([1, NaN, 4, 8]);
    });

    it('keeps the places of points that are up to half a step early or late, whatever their number', () => {
        const random = new SeededRandom(1);
        const places = Array.from({ length: 5000 }, (_, index) => index).filter(index => index % 7 !== 3);
        const times = places.map(place => 1000 * place + 350 * random.uniform());
        expect(slots(places, times).slotOf).toEqual(places);
    });

    it('keeps the places across long gaps of even points', () => {
        const places = [0, 1, 2, 3, 4, 5, 20, 21, 22, 23, 24];
        const times = places.map(place => 100 * place);
        expect(slots(places, times).slotOf).toEqual(places);
    });

    it('takes points one after the other when most places would be empty, or all are at one time', () => {
        expect(slots([1, 2, 3, 4], [0, 1, 2, 100])).toEqual({ slots: [1, 2, 3, 4], slotOf: [0, 1, 2, 3] });
        expect(slots([1, 2, 3], [5, 5, 5])).toEqual({ slots: [1, 2, 3], slotOf: [0, 1, 2] });
        expect(slots([1], [5])).toEqual({ slots: [1], slotOf: [0] });
        expect(slots([], [])).toEqual({ slots: [], slotOf: [] });
    });
});
