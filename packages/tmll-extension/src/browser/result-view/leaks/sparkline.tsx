import * as React from '@theia/core/shared/react';
import { sparklinePath } from './sparkline-path';

const WIDTH = 110;
const HEIGHT = 22;

/** How values went, as a line in a row of a table. */
export const Sparkline: React.FC<{ readonly values: Float64Array; readonly label: string }> = ({ values, label }) => (
    <svg
        className="tmll-sparkline"
        role="img"
        aria-label={label}
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`}
    >
        <path d={sparklinePath(values, WIDTH, HEIGHT)} />
    </svg>
);
