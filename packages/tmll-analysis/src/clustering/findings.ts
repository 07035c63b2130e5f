import { formatDuration } from '../series/duration';
import { Finding } from '../series/finding';
import { formatShare, formatValue } from '../series/format';
import { ClusteringData, TracePhases } from './clustering-result';

/** Kinds of behaviour below this share of the time are worth a look. */
const RARE = 0.25;
const MOST_PHASES = 10;

/** A finding each phase of a rare kind of behaviour, the rarest first; groups of series are no findings. */
export function clusteringFindings({ phases }: ClusteringData): Finding[] {
    if (phases === undefined || phases.kinds.length < 2) {
        return [];
    }
    return phases.phases
        .filter(({ kind }) => phases.kinds[kind].share < RARE)
        .map(phase => {
            const { name, share } = phases.kinds[phase.kind];
            return {
                id: `phase/${phase.startNs}`,
                kind: 'phase',
                startNs: phase.startNs,
                endNs: phase.endNs,
                severity: 40 * (1 - share / RARE),
                confidence: Math.max(0, Math.min(1, phases.quality?.silhouette ?? 0)),
                unit: '',
                sentence:
                    `For ${formatDuration(phase.endNs - phase.startNs)} the trace behaves in a way (${name}) that it has for ` +
                    `${formatShare(share)} of the time: ${describeKind(phases, phase.kind)}.`
            };
        })
        .sort((a, b) => b.severity - a.severity || (a.startNs < b.startNs ? -1 : 1))
        .slice(0, MOST_PHASES);
}

/** By what a kind of behaviour differs: "CPU Usage → total is 80 % (else 20 %)". */
export function describeKind({ kinds, series }: TracePhases, kind: number): string {
    const { means, foremost, share } = kinds[kind];
    return foremost
        .map(index => {
            const { name, unit } = series[index];
            const others = kinds.filter((_, other) => other !== kind && kinds[other].means[index] !== undefined);
            const weight = others.reduce((sum, other) => sum + other.share, 0);
            const rest = others.reduce((sum, other) => sum + other.share * (other.means[index] ?? 0), 0) / weight;
            const own = means[index];
            const here = own === undefined ? 'without values' : formatValue(own, unit, [rest]);
            return `${name} is ${here}${share < 1 && weight > 0 ? ` (else ${formatValue(rest, unit, own === undefined ? [] : [own])})` : ''}`;
        })
        .join(', ');
}
