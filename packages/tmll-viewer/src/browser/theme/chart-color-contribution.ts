import { ColorContribution } from '@theia/core/lib/browser/color-application-contribution';
import { ColorRegistry } from '@theia/core/lib/browser/color-registry';
import { Color, ColorDefinition } from '@theia/core/lib/common/color';
import { nls } from '@theia/core/lib/common/nls';
import { injectable } from '@theia/core/shared/inversify';
import { OverlaySeverity } from '../overlay/overlay';

/**
 * Of even lightness, told apart also with the common colour deficiencies as far as twelve can be, and none of them the
 * yellow, orange or red that severities have. Dark theme, light theme.
 */
const SERIES_COLORS: readonly (readonly [dark: string, light: string])[] = [
    ['#4fa3ff', '#1b6ac9'],
    ['#3ecf8e', '#15804f'],
    ['#c586f0', '#8438bd'],
    ['#22c3d6', '#087d8c'],
    ['#f58fb8', '#b83371'],
    ['#a3c64c', '#5d7a0c'],
    ['#8f9bff', '#464fd0'],
    ['#cfa781', '#8c5527'],
    ['#5fd0b5', '#107868'],
    ['#e08bff', '#9a27c4'],
    ['#9db4c0', '#4b606b'],
    ['#7ecb5f', '#377a20']
];

const SEVERITY_COLORS: Readonly<Record<OverlaySeverity, readonly [dark: string, light: string]>> = {
    info: ['#75beff', '#1a73c8'],
    low: ['#9ccc9c', '#4a8a4a'],
    medium: ['#f2cc45', '#b38600'],
    high: ['#ff9b3d', '#d2620a'],
    critical: ['#f5514f', '#c4262e']
};

export const SERIES_COLOR_IDS: readonly string[] = SERIES_COLORS.map((_, index) => `traceViewer.series${index + 1}`);
export const BAND_COLOR_ID = 'traceViewer.expectedBand';
export const GRID_COLOR_ID = 'traceViewer.grid';
const CURSOR_COLOR_ID = 'traceViewer.cursor';
const SELECTION_COLOR_ID = 'traceViewer.selection';
const ZOOM_COLOR_ID = 'traceViewer.zoom';

export function severityColorId(severity: OverlaySeverity): string {
    return `traceViewer.severity.${severity}`;
}

/** Names the colours of charts, so that themes and users can change them. CSS knows them as `--theia-traceViewer-…`. */
@injectable()
export class ChartColorContribution implements ColorContribution {
    registerColors(colors: ColorRegistry): void {
        colors.register(...this.seriesColors(), ...this.severityColors(), ...this.surfaceColors());
    }

    protected seriesColors(): ColorDefinition[] {
        return SERIES_COLORS.map(([dark, light], index) =>
            define(
                SERIES_COLOR_IDS[index],
                dark,
                light,
                nls.localize('tmll/viewer/color/series', 'Colour {0} of the series in trace charts.', index + 1)
            )
        );
    }

    protected severityColors(): ColorDefinition[] {
        return Object.entries(SEVERITY_COLORS).map(([severity, [dark, light]]) =>
            define(
                severityColorId(severity as OverlaySeverity),
                dark,
                light,
                nls.localize(
                    'tmll/viewer/color/severity',
                    'Colour of marks of severity "{0}" in trace charts.',
                    severity
                )
            )
        );
    }

    protected surfaceColors(): ColorDefinition[] {
        return [
            define(
                BAND_COLOR_ID,
                '#8fa3b833',
                '#5b708333',
                nls.localize('tmll/viewer/color/band', 'Colour of the band of expected values in trace charts.')
            ),
            define(
                GRID_COLOR_ID,
                '#ffffff1a',
                '#0000001a',
                nls.localize('tmll/viewer/color/grid', 'Colour of the grid in trace charts.')
            ),
            define(
                CURSOR_COLOR_ID,
                '#ffffffa0',
                '#000000a0',
                nls.localize('tmll/viewer/color/cursor', 'Colour of the line under the mouse in trace charts.')
            ),
            define(
                SELECTION_COLOR_ID,
                '#4fa3ff38',
                '#1b6ac930',
                nls.localize('tmll/viewer/color/selection', 'Colour of the selected stretch of time in trace charts.')
            ),
            define(
                ZOOM_COLOR_ID,
                '#8fa3b830',
                '#5b708330',
                nls.localize('tmll/viewer/color/zoom', 'Colour of the stretch of time that is about to be zoomed to.')
            )
        ];
    }
}

function define(id: string, dark: Color, light: Color, description: string): ColorDefinition {
    return { id, defaults: { dark, light, hcDark: dark, hcLight: light }, description };
}
