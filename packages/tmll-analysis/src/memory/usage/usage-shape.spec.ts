import { usageShape } from './usage-shape';

const course = (value: (share: number) => number): Float64Array =>
    Float64Array.from({ length: 200 }, (_, index) => value(index / 199));

describe('usageShape', () => {
    it('knows growth that is released at the end', () => {
        expect(usageShape(course(t => (t < 0.97 ? 1000 * t : 0)))?.kind).toBe('growth-released');
    });

    it('knows a sawtooth and counts its teeth', () => {
        expect(usageShape(course(t => 1000 * ((t * 5.5) % 1)))).toMatchObject({ kind: 'sawtooth', cycles: 5 });
    });

    it('knows a start-up that levels off, also when all is given back at the end', () => {
        const rise = (t: number): number => Math.min(t / 0.3, 1) * 1000 + 30 * Math.sin(90 * t);
        expect(usageShape(course(rise))).toMatchObject({ kind: 'plateau' });
        expect(usageShape(course(t => (t < 0.99 ? rise(t) : 0)))).toMatchObject({ kind: 'plateau' });
    });

    it('takes neither steady growth nor a steady level nor nothing for one of them', () => {
        expect(usageShape(course(t => 1000 * t))).toBeUndefined();
        expect(usageShape(course(() => 1000))).toBeUndefined();
        expect(usageShape(course(() => 0))).toBeUndefined();
        expect(usageShape(new Float64Array())).toBeUndefined();
    });
});
