import { Event } from '@theia/core/lib/common/event';
import { OverlaySeverity } from '../overlay/overlay';

/** What a canvas needs of the workbench's theme, as CSS colours and fonts. */
export interface ChartTheme {
    /** Colours of the series, in the order in which they are given away. */
    readonly series: readonly string[];
    readonly severities: Readonly<Record<OverlaySeverity, string>>;
    readonly band: string;
    readonly background: string;
    readonly text: string;
    readonly grid: string;
    /** Behind the selected row of a time graph. */
    readonly rowSelection: string;
    readonly font: string;
}

/** The theme in use, and when it is another one. */
export const ChartThemeProvider = Symbol('ChartThemeProvider');
export interface ChartThemeProvider {
    readonly current: ChartTheme;
    readonly onDidChange: Event<void>;
}
