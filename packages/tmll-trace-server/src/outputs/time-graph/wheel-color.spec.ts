import { threadColor } from './wheel-color';

describe('threadColor', () => {
    it.each([
        [2888, '#cc9a29'],
        [3056, '#b329cc'],
        [4309, '#cc2974'],
        [2673, '#29cccc'],
        [1543, '#42cc29']
    ])('gives thread %i the colour that Trace Compass gives it', (tid, color) => {
        expect(threadColor(tid)).toBe(color);
    });

    it('has 25 colours, different for neighbours', () => {
        const colors = Array.from({ length: 100 }, (_, tid) => threadColor(tid));
        expect(new Set(colors).size).toBe(25);
        expect(colors.every((color, tid) => color !== colors[tid + 1])).toBe(true);
    });
});
