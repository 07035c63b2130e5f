import { ChangePointParameters } from './change-point-schema';
import { JointChangePoints, JointMethod } from './change-point-result';
import { commonComponent, cutTogether } from './joint-cut';
import { SeriesToJoin } from './joint-members';
import { voteOnChanges } from './joint-vote';

/** One way to look at several series at once. Their points are at the same times, index by index. */
export type JointLook = (
    series: readonly SeriesToJoin[],
    parameters: ChangePointParameters
) => Omit<JointChangePoints, 'method'>;

const LOOKS: Readonly<Record<JointMethod, JointLook>> = {
    zscore: cutTogether,
    voting: voteOnChanges,
    pca: commonComponent
};

/** By each method that is asked for; nothing for fewer than two series that have values and vary. */
export function jointChangePoints(
    series: readonly SeriesToJoin[],
    parameters: ChangePointParameters
): JointChangePoints[] {
    const { method } = parameters;
    const varying = series.filter(({ points }) => varies(points.values));
    if (varying.length < 2 || method === 'single') {
        return [];
    }
    const methods = method === 'all' ? (Object.keys(LOOKS) as JointMethod[]) : [method];
    return methods.map(each => ({ method: each, ...LOOKS[each](varying, parameters) }));
}

function varies(values: Float64Array): boolean {
    const first = values.find(Number.isFinite);
    return values.some(value => Number.isFinite(value) && value !== first);
}
