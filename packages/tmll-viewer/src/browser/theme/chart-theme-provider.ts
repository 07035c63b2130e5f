import { ColorApplicationContribution } from '@theia/core/lib/browser/color-application-contribution';
import { ColorRegistry } from '@theia/core/lib/browser/color-registry';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { OverlaySeverity } from '../overlay/overlay';
import { SEVERITIES } from '../overlay/overlay-layout';
import { BAND_COLOR_ID, GRID_COLOR_ID, SERIES_COLOR_IDS, severityColorId } from './chart-color-contribution';
import { ChartTheme, ChartThemeProvider } from './chart-theme';

/** Reads the colours of the workbench's theme, again whenever it changes. */
@injectable()
export class ChartThemeProviderImpl implements ChartThemeProvider {
    @inject(ColorRegistry)
    protected readonly colors: ColorRegistry;

    @inject(ColorApplicationContribution)
    protected readonly application: ColorApplicationContribution;

    protected readonly changeEmitter = new Emitter<void>();
    protected theme: ChartTheme | undefined;

    @postConstruct()
    protected init(): void {
        this.application.onDidChange(() => {
            this.theme = undefined;
            this.changeEmitter.fire();
        });
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    get current(): ChartTheme {
        this.theme ??= this.read();
        return this.theme;
    }

    protected read(): ChartTheme {
        const text = this.color('descriptionForeground', this.color('foreground', 'gray'));
        return {
            series: SERIES_COLOR_IDS.map(id => this.color(id, text)),
            severities: Object.fromEntries(
                SEVERITIES.map(severity => [severity, this.color(severityColorId(severity), text)])
            ) as Record<OverlaySeverity, string>,
            band: this.color(BAND_COLOR_ID, 'transparent'),
            background: this.color('editor.background', 'transparent'),
            text,
            grid: this.color(GRID_COLOR_ID, text),
            rowSelection: this.color('list.inactiveSelectionBackground', 'transparent'),
            font: this.font()
        };
    }

    protected color(id: string, fallback: string): string {
        return this.colors.getCurrentColor(id) ?? fallback;
    }

    protected font(): string {
        const family = getComputedStyle(document.body).getPropertyValue('--theia-ui-font-family').trim();
        return `11px ${family || 'sans-serif'}`;
    }
}
