import { typicalStep } from './typical-step';

describe('typicalStep', () => {
    it('is the step of an even grid', () => {
        expect(typicalStep(Float64Array.from({ length: 100_000 }, (_, index) => index * 250))).toBe(250);
    });

    it('is not moved by gaps and repeated times', () => {
        expect(typicalStep(Float64Array.of(0, 10, 10, 10, 20, 30, 5_000, 5_010, 5_010))).toBe(10);
    });

    it('is undefined where no two points differ', () => {
        expect(typicalStep(new Float64Array(0))).toBeUndefined();
        expect(typicalStep(Float64Array.of(7))).toBeUndefined();
        expect(typicalStep(Float64Array.of(7, 7, 7))).toBeUndefined();
    });
});
