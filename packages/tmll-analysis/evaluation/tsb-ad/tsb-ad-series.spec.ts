import { loadNabFiles, nabFolder } from '../nab/nab-files';
import { referenceFolder } from '../reference-folder';
import { loadTsbAdSeries } from './tsb-ad-series';

const nab = nabFolder();
const tsbAd = referenceFolder('tsb-ad');
const describeWithReference = nab !== undefined && tsbAd !== undefined ? describe : describe.skip;
if (nab === undefined || tsbAd === undefined) {
    process.stderr.write('No reference data nab and tsb-ad: tests on them are skipped; set TMLL_SHARED.\n');
}

describeWithReference('the series of TSB-AD', () => {
    const series = loadTsbAdSeries(tsbAd ?? '', loadNabFiles(nab ?? ''));

    it('have the first label where their name says', () => {
        expect(series.length).toBeGreaterThanOrEqual(12);
        for (const { name, labels } of series) {
            expect(`${labels.indexOf(1)}`).toBe(/1st_(\d+)/.exec(name)?.[1]);
        }
    });

    it.each([
        // Number of points and of labelled ones, from TSB-AD's table of results.
        ['001_NAB_id_1_Facility_tr_1007_1st_2014.csv', 4031, 343],
        ['013_NAB_id_13_Traffic_tr_623_1st_2084.csv', 2494, 248],
        ['026_NAB_id_26_Traffic_tr_624_1st_2261.csv', 2499, 238]
    ])('have as many points and labels as there: %s', (name, points, labelled) => {
        const { values, labels } = series.find(each => each.name === name) ?? fail(name);
        expect([values.length, labels.length]).toEqual([points, points]);
        expect(labels.reduce((sum, label) => sum + label, 0)).toBe(labelled);
    });
});

function fail(name: string): never {
    throw new Error(`There is no series ${name}.`);
}
