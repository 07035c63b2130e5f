import { CorrelatedPair } from './correlation-result';
import { hasLead, relatedPairs } from './related-pairs';

const pair = (coefficient: number, rest: Partial<CorrelatedPair> = {}): CorrelatedPair =>
    ({ coefficient, isSignificant: coefficient !== 0, isNested: false, ...rest }) as CorrelatedPair;
const lead = { lagNs: 5n, samples: 1, coefficient: 0.6, whitenedCoefficient: 0.6, adjustedPValue: 0, standsOut: true };

describe('relatedPairs', () => {
    it('has the strongest first, whatever its sign and its lag, and leaves out parts of one another', () => {
        const pairs = [pair(0), pair(0.4), pair(0.99, { isNested: true }), pair(-0.8), pair(0, { lead })];
        expect(relatedPairs({ pairs })).toEqual([pairs[3], pairs[4], pairs[1]]);
        expect(relatedPairs({ pairs: [] })).toEqual([]);
    });
});

describe('hasLead', () => {
    it('is true of a lag that stands out and is one', () => {
        expect(hasLead(pair(0, { lead }))).toBe(true);
        expect(hasLead(pair(0, { lead: { ...lead, standsOut: false } }))).toBe(false);
        expect(hasLead(pair(0, { lead: { ...lead, lagNs: 0n } }))).toBe(false);
        expect(hasLead(pair(0))).toBe(false);
    });
});
