import { nls } from '@theia/core/lib/common/nls';
import { Annotation } from 'tsp-typescript-client/lib/models/annotation';
import { Overlay, OverlaySeverity, OverlaySymbol, PointsOverlay, SpansOverlay } from '../overlay/overlay';
import { colorOf } from '../renderer/time-graph/state-style';
import { Annotations } from './annotation-source';

const SYMBOLS: readonly OverlaySymbol[] = [
    'diamond',
    'circle',
    'square',
    'triangle',
    'inverted-triangle',
    'cross',
    'plus'
];

/**
 * Annotations of a trace server as overlays: those that last as spans, the others as marks, in the server's colours, on the row
 * that they name or on the whole chart.
 * @param origin ns since the epoch to which the overlays' times are relative
 * @param severity decides the colour of those without one
 */
export function annotationOverlays(
    annotations: Annotations,
    origin: bigint,
    severity: OverlaySeverity = 'info'
): readonly Overlay[] {
    return [...annotations].flatMap(([category, all]) => {
        const rows = new Map<string, Annotation[]>();
        for (const annotation of all.filter(({ type }) => type !== 'TREE')) {
            const lasts = annotation.duration > 0n;
            const key = `${annotation.entryId}/${lasts ? 'spans' : 'points'}`;
            rows.set(key, [...(rows.get(key) ?? []), annotation]);
        }
        return [...rows].map(([key, group]) => {
            group.sort((first, second) => (first.time < second.time ? -1 : first.time > second.time ? 1 : 0));
            return key.endsWith('spans')
                ? spansOf(category, group, origin, severity)
                : pointsOf(category, group, origin, severity);
        });
    });
}

interface Shared {
    readonly id: string;
    readonly category: string;
    readonly entryId?: number;
    readonly origin: bigint;
    severity(): OverlaySeverity;
    color(index: number): string | undefined;
    tooltip(index: number): readonly string[];
}

function sharedOf(
    category: string,
    group: readonly Annotation[],
    origin: bigint,
    severity: OverlaySeverity,
    kind: string
): Shared {
    const [{ entryId }] = group;
    return {
        id: `${category}/${entryId}/${kind}`,
        category,
        ...(entryId >= 0 ? { entryId } : {}),
        origin,
        severity: () => severity,
        color: index => colorOf(group[index].style?.values?.color),
        tooltip: index => textOf(category, group[index])
    };
}

function spansOf(category: string, group: Annotation[], origin: bigint, severity: OverlaySeverity): SpansOverlay {
    return {
        ...sharedOf(category, group, origin, severity, 'spans'),
        kind: 'spans',
        starts: Float64Array.from(group, ({ time }) => Number(time - origin)),
        ends: Float64Array.from(group, ({ time, duration }) => Number(time + duration - origin))
    };
}

function pointsOf(category: string, group: Annotation[], origin: bigint, severity: OverlaySeverity): PointsOverlay {
    return {
        ...sharedOf(category, group, origin, severity, 'points'),
        kind: 'points',
        times: Float64Array.from(group, ({ time }) => Number(time - origin)),
        values: new Float64Array(group.length).fill(Number.NaN),
        symbol: index => SYMBOLS.find(symbol => symbol === group[index].style?.values?.['symbol-type']) ?? 'diamond'
    };
}

function textOf(category: string, { label }: Annotation): readonly string[] {
    return label && label !== category
        ? [category, ...label.split('\n')]
        : [category || nls.localize('tmll/viewer/annotation', 'Mark of the trace server')];
}
