import * as React from '@theia/core/shared/react';
import { ChartTheme } from '../theme/chart-theme';
import { PlacedItem } from './overlay-layout';
import { itemColor } from './overlay-painter';

export interface OverlayHitsProps {
    /** Overlays under the mouse. */
    readonly hits: readonly PlacedItem[];
    readonly theme: ChartTheme;
}

const MOST_HITS = 4;

/** What is marked under the mouse, for a tooltip. */
export function OverlayHits({ hits, theme }: OverlayHitsProps): React.ReactElement {
    return (
        <>
            {hits.slice(0, MOST_HITS).map(hit => (
                <div
                    key={`${hit.overlay.id}/${hit.index}`}
                    className="tmll-tooltip-hit"
                    style={{ borderLeftColor: itemColor(hit, theme) }}
                >
                    {hit.overlay.tooltip(hit.index).map((line, index) => (
                        <div key={index}>{line}</div>
                    ))}
                </div>
            ))}
        </>
    );
}
