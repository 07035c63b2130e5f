import { AnomalyParameters, DEFAULT_ANOMALY_PARAMETERS, detectAnomalies } from 'tmll-analysis/algorithms';
import { NabFile } from './nab-files';
import { addNabScores, nabScore, NabScore } from './nab-score';

/** The categories by which thresholds were chosen; the others are for checking only. */
const TUNED_ON = ['realAWSCloudwatch', 'artificialWithAnomaly', 'artificialNoAnomaly'];

/** Scores of a method over files of NAB, with one configuration for all. */
export interface NabEvaluation {
    /** Each flagged point is an alarm, as NAB counts. */
    readonly byPoint: NabResult;
    /** Each period is one alarm, at its first point, as a person is told. */
    readonly byPeriod: NabResult;
}

export interface NabResult {
    readonly all: NabScore;
    /** Of the files by which thresholds were chosen. */
    readonly tuned: NabScore;
    /** Of those by which nothing was chosen. */
    readonly heldOut: NabScore;
    readonly byCategory: ReadonlyMap<string, NabScore>;
}

/** Looks at each file as a whole, as at a trace that has ended. */
export function evaluateNab(files: readonly NabFile[], parameters: Partial<AnomalyParameters>): NabEvaluation {
    const alarms = files.map(file => alarmsIn(file, parameters));
    return {
        byPoint: resultOf(
            files,
            alarms.map(({ points }) => points)
        ),
        byPeriod: resultOf(
            files,
            alarms.map(({ periods }) => periods)
        )
    };
}

/** False alarms per 1,000 rows that are judged. */
export function falseAlarmRate({ falseAlarms, rows }: NabScore): number {
    return (1000 * falseAlarms) / rows;
}

/** Rows of the flagged points, and of the first points of periods. */
function alarmsIn(
    { name, times, values }: NabFile,
    parameters: Partial<AnomalyParameters>
): { points: number[]; periods: number[] } {
    const series = { id: name, name, path: [name], unit: '', origin: 0n, times, values };
    const all = { ...DEFAULT_ANOMALY_PARAMETERS, ...parameters };
    const { points, periods } = detectAnomalies(series, { outputId: 'nab', path: [name] }, all);
    const rowAt = (ns: bigint): number => times.indexOf(Number(ns));
    return { points: points.map(({ ns }) => rowAt(ns)), periods: periods.map(({ startNs }) => rowAt(startNs)) };
}

function resultOf(files: readonly NabFile[], alarms: readonly (readonly number[])[]): NabResult {
    const scores = files.map(({ category, values, windows }, index) => ({
        category,
        score: nabScore(values.length, windows, alarms[index])
    }));
    const sum = (isMeant: (category: string) => boolean): NabScore =>
        addNabScores(scores.filter(({ category }) => isMeant(category)).map(({ score }) => score));
    const categories = [...new Set(files.map(({ category }) => category))];
    return {
        all: sum(() => true),
        tuned: sum(category => TUNED_ON.includes(category)),
        heldOut: sum(category => !TUNED_ON.includes(category)),
        byCategory: new Map(categories.map(name => [name, sum(category => category === name)]))
    };
}
