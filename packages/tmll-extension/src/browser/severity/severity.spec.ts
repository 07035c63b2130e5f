import { severityLabel, severityLevel } from './severity';

describe('severityLevel', () => {
    it.each([
        [100, 'critical'],
        [80, 'critical'],
        [79.9, 'high'],
        [60, 'high'],
        [40, 'medium'],
        [20, 'low'],
        [19.9, 'info'],
        [0, 'info']
    ])('of %d is %s', (severity, level) => {
        expect(severityLevel(severity)).toBe(level);
    });

    it('has a word for every level', () => {
        expect([90, 70, 50, 30, 10].map(severityLevel).map(severityLabel)).toEqual([
            'Critical',
            'High',
            'Medium',
            'Low',
            'Info'
        ]);
    });
});
