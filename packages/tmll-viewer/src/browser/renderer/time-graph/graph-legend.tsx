import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { StateStyle } from './state-style';

/** What the colours of a time graph mean. */
export function GraphLegend({ styles }: { readonly styles: readonly StateStyle[] }): React.ReactElement {
    const shown = styles.filter((style, index) => styles.findIndex(({ name }) => name === style.name) === index);
    return (
        <ul className="tmll-graph-legend" aria-label={nls.localize('tmll/viewer/graph/legend', 'Legend')}>
            {shown.slice(0, MOST_STYLES).map(({ name, fill, opacity }) => (
                <li key={name}>
                    <span className="tmll-swatch" style={{ backgroundColor: fill, opacity }} />
                    {name}
                </li>
            ))}
        </ul>
    );
}

/** Call stacks have hundreds of styles without a meaning. */
const MOST_STYLES = 60;
