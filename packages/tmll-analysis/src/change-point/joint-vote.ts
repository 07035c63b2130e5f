import { ChangePoint, JointChangePoint } from './change-point-result';
import { JointLook } from './joint';
import { membersAt, SeriesToJoin } from './joint-members';

/** A change of one of the series. */
interface Ballot {
    readonly voter: number;
    /** Index into the common times. */
    readonly index: number;
    readonly change: ChangePoint;
}

/**
 * Moments at which enough series change, each by itself: changes no more than `voteWindow` points from the first of a
 * group belong to it, one a series, and a group of `vote` of the series, at least two, counts. It lies at the median of its changes.
 */
export const voteOnChanges: JointLook = (series, { vote, voteWindow }) => {
    const { times, origin } = series[0].points;
    const needed = Math.max(2, Math.ceil(vote * series.length - 1e-9));
    const ballots = series
        .flatMap(({ found }, voter) =>
            found.changes.map(change => ({ voter, change, index: indexAt(times, Number(change.ns - origin)) }))
        )
        .sort((a, b) => a.index - b.index || a.voter - b.voter);
    const groups = groupsOf(ballots, voteWindow).filter(group => group.length >= needed);
    const middles = groups.map(group => group[group.length >> 1].index);
    const changes = groups.map((group, index) => {
        const neighbours = {
            from: middles[index - 1] ?? 0,
            change: middles[index],
            to: middles[index + 1] ?? times.length
        };
        return jointChange(group, series, neighbours, origin + BigInt(times[middles[index]]));
    });
    return { changes };
};

function jointChange(
    group: readonly Ballot[],
    series: readonly SeriesToJoin[],
    neighbours: Parameters<typeof membersAt>[1],
    ns: bigint
): JointChangePoint {
    const voters = new Map(group.map(({ voter, change }) => [series[voter].found.id, change]));
    const members = membersAt(series, neighbours)
        .filter(member => voters.has(member.series.path.join('/')))
        .map(member => ({
            ...member,
            before: voters.get(member.series.path.join('/'))?.before.mean ?? member.before,
            after: voters.get(member.series.path.join('/'))?.after.mean ?? member.after
        }));
    const meanSeverity = group.reduce((sum, { change }) => sum + change.severity, 0) / group.length;
    // That so many should change together by chance is less likely than that any of them does.
    const probability = 1 - group.reduce((product, { change }) => product * (1 - change.probability), 1);
    return {
        ns,
        startNs: group.reduce((least, { change }) => (change.startNs < least ? change.startNs : least), ns),
        endNs: group.reduce((most, { change }) => (change.endNs > most ? change.endNs : most), ns),
        probability,
        severity: 100 - (100 - meanSeverity) * (1 - (group.length - 1) / series.length / 2),
        members,
        of: series.length
    };
}

/** Ballots that lie together; of each voter the first. */
function groupsOf(ballots: readonly Ballot[], window: number): Ballot[][] {
    const groups: Ballot[][] = [];
    for (const ballot of ballots) {
        const group = groups[groups.length - 1];
        if (group === undefined || ballot.index - group[0].index > window) {
            groups.push([ballot]);
        } else if (!group.some(({ voter }) => voter === ballot.voter)) {
            group.push(ballot);
        }
    }
    return groups;
}

/** Index of the last time that is not after `time`; 0 when all are. */
function indexAt(times: Float64Array, time: number): number {
    let low = 0;
    let high = times.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (times[middle] <= time) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return Math.max(0, low - 1);
}
