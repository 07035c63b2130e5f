import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core';
import {
    CorrelatedPair,
    CorrelationData,
    correlationMatrixPlot,
    PlotTheme,
    relationSentence
} from 'tmll-analysis/algorithms';
import { PlotView } from '../plot-view';
import { cellOf, moveCell, pairIndexAt } from './matrix-cursor';

interface CorrelationMatrixProps {
    readonly data: CorrelationData;
    /** The pair that is looked at. */
    readonly pair: CorrelatedPair;
    readonly theme: PlotTheme;
    /** Told the index of a pair. */
    readonly onPick: (index: number) => void;
}

const KEYS = nls.localize('tmll/correlation/keys', 'Click a cell, or move with the arrow keys, to look at its pair.');

/** The matrix, with one cell that is looked at; arrow keys move it, and what it says is read out. */
export const CorrelationMatrix: React.FC<CorrelationMatrixProps> = ({ data, pair, theme, onPick }) => {
    const plot = React.useMemo(() => correlationMatrixPlot(data), [data]);
    const [hovered, setHovered] = React.useState<number>();
    const told = (hovered === undefined ? undefined : data.pairs[hovered]) ?? pair;
    const move = (event: React.KeyboardEvent): void => {
        const next = moveCell(cellOf(data, pair), event.key, data.order.length);
        if (next) {
            event.preventDefault();
            setHovered(undefined);
            onPick(pairIndexAt(data, next));
        }
    };
    return (
        <section
            className="tmll-correlation-matrix"
            role="application"
            aria-label={nls.localize('tmll/correlation/matrix', 'Correlation matrix. {0}', KEYS)}
            tabIndex={0}
            onKeyDown={move}
            onMouseLeave={() => setHovered(undefined)}
        >
            <PlotView
                plot={plot}
                theme={theme}
                marked={data.pairs.indexOf(pair)}
                onHover={setHovered}
                onPick={onPick}
            />
            <p className="tmll-dim">{KEYS}</p>
            <p aria-live="polite">{relationSentence(data, told)}</p>
        </section>
    );
};
