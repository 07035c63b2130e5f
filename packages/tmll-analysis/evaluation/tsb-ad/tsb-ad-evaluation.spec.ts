import { loadNabFiles, nabFolder } from '../nab/nab-files';
import { referenceFolder } from '../reference-folder';
import { bestPublished, evaluateTsbAd, meanOf } from './tsb-ad-evaluation';
import { loadTsbAdSeries } from './tsb-ad-series';

const nab = nabFolder();
const tsbAd = referenceFolder('tsb-ad');
const describeWithReference = nab !== undefined && tsbAd !== undefined ? describe : describe.skip;
if (nab === undefined || tsbAd === undefined) {
    process.stderr.write('No reference data nab and tsb-ad: the figures on them are not checked; set TMLL_SHARED.\n');
}

describeWithReference('auto on the series of TSB-AD', () => {
    const series = loadTsbAdSeries(tsbAd ?? '', loadNabFiles(nab ?? ''));

    it('has a mean VUS-PR above that of the best published method', () => {
        const best = bestPublished(series);
        expect(best.method).toBe('POLY');
        expect(best.mean).toBeCloseTo(0.404, 3);
        expect(meanOf(evaluateTsbAd(series, { method: 'auto' }))).toBeGreaterThan(best.mean);
    });
});
