import { ANALYSIS_MODULES } from '../modules/analysis-modules';
import { INTERPRETED_MODULES } from './result-document';

describe('resultDocument', () => {
    it('has a text for each analysis on offer', () => {
        expect([...INTERPRETED_MODULES].sort()).toEqual(ANALYSIS_MODULES.map(({ id }) => id).sort());
    });
});
