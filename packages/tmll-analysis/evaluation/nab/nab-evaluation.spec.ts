import { evaluateNab, falseAlarmRate, NabResult } from './nab-evaluation';
import { loadNabFiles, nabFolder } from './nab-files';
import { normalizedNabScore } from './nab-score';

const folder = nabFolder();
const describeWithReference = folder === undefined ? describe.skip : describe;
if (folder === undefined) {
    process.stderr.write('No reference data nab: the figures on it are not checked; set NAB_DIR.\n');
}

describeWithReference('auto on the files of NAB', () => {
    const files = loadNabFiles(folder ?? '');
    const { byPoint, byPeriod } = evaluateNab(files, { method: 'auto' });

    it.each<[string, NabResult]>([
        ['flagged point', byPoint],
        ['period', byPeriod]
    ])('scores at least 50, with at most 3 false alarms per 1,000 points, when each %s is an alarm', (_, result) => {
        expect(normalizedNabScore(result.all)).toBeGreaterThanOrEqual(50);
        expect(falseAlarmRate(result.all)).toBeLessThanOrEqual(3);
    });

    it('finds something where nothing was tuned, too', () => {
        expect(normalizedNabScore(byPoint.heldOut)).toBeGreaterThan(35);
        expect(falseAlarmRate(byPoint.heldOut)).toBeLessThanOrEqual(3);
    });

    it('tells nothing in files without anomalies', () => {
        const score = byPoint.byCategory.get('artificialNoAnomaly');
        expect(score?.falseAlarms).toBe(0);
    });
});
