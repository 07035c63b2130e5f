import { DETECTORS } from 'tmll-analysis/algorithms';
import { evaluateNab, falseAlarmRate, NabResult } from './nab/nab-evaluation';
import { loadNabFiles, nabFolder } from './nab/nab-files';
import { NabScore, normalizedNabScore } from './nab/nab-score';
import { referenceFolder } from './reference-folder';
import { evaluateTsbAd, meanOf } from './tsb-ad/tsb-ad-evaluation';
import { loadTsbAdSeries } from './tsb-ad/tsb-ad-series';

/** Prints the tables on anomaly detection of docs/evaluation.md: `node packages/tmll-analysis/evaluation/lib/print-anomaly-tables.js`. */
function main(): void {
    const nab = nabFolder();
    const tsbAd = referenceFolder('tsb-ad');
    if (nab === undefined || tsbAd === undefined) {
        throw new Error('The files of NAB and TSB-AD are not at hand; set NAB_DIR and TMLL_SHARED.');
    }
    const files = loadNabFiles(nab);
    const methods = DETECTORS.map(({ method }) => method);
    const evaluations = methods.map(method => evaluateNab(files, { method }));
    for (const by of ['byPoint', 'byPeriod'] as const) {
        print([
            ['method', 'all', 'tuned on', 'held out', 'windows found', 'false alarms per 1,000 points'],
            ...methods.map((method, index) => nabRow(method, evaluations[index][by]))
        ]);
    }
    const { byCategory } = evaluations[0].byPoint;
    print([
        ['category', 'score of auto', 'windows found', 'false alarms'],
        ...[...byCategory].map(([name, score]) => [name, scoreOf(score), foundOf(score), `${score.falseAlarms}`])
    ]);
    const series = loadTsbAdSeries(tsbAd, files);
    const auto = evaluateTsbAd(series, { method: 'auto' });
    print([
        ['series', 'auto', 'POLY', 'best published'],
        ...series.map(({ name, published }, index) => [
            name.split('_tr_')[0],
            auto[index].toFixed(3),
            (published.get('POLY') ?? NaN).toFixed(3),
            Math.max(...published.values()).toFixed(3)
        ])
    ]);
    print([
        ['method', 'mean VUS-PR'],
        ...methods.map(method => [method, meanOf(evaluateTsbAd(series, { method })).toFixed(3)])
    ]);
}

function nabRow(method: string, { all, tuned, heldOut }: NabResult): string[] {
    return [method, ...[all, tuned, heldOut].map(scoreOf), foundOf(all), falseAlarmRate(all).toFixed(2)];
}

function scoreOf(score: NabScore): string {
    return score.windows === 0 ? '–' : normalizedNabScore(score).toFixed(1);
}

function foundOf({ found, windows }: NabScore): string {
    return `${found} of ${windows}`;
}

/** A table as Markdown; its first row is the header. */
function print([header, ...rows]: readonly (readonly string[])[]): void {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
    process.stdout.write(`\n${line(header)}${line(header.map(() => '---'))}${rows.map(line).join('')}`);
}

main();
