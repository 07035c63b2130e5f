import { formatFrequency } from './format-frequency';

describe('formatFrequency', () => {
    it.each([
        [3_401_000, '3.4 GHz'],
        [2_000_000, '2 GHz'],
        [800_000, '800 MHz'],
        [12, '12 kHz'],
        [0, '0 kHz']
    ])('shows %i kHz as %s', (kilohertz, text) => {
        expect(formatFrequency(kilohertz)).toBe(text);
    });
});
