import * as React from '@theia/core/shared/react';
import { inject, injectable } from '@theia/core/shared/inversify';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { OverlayRegistry } from '../../overlay/overlay-registry';
import { ChartThemeProvider } from '../../theme/chart-theme';
import { OutputPaneProps, OutputRenderer } from '../output-renderer';
import { GanttPane } from './gantt-pane';

/** Draws flame graphs and other rows of states that do not lie on the trace's time. */
@injectable()
export class GanttOutputRenderer implements OutputRenderer {
    readonly id = 'gantt';

    @inject(OverlayRegistry)
    protected readonly registry: OverlayRegistry;

    @inject(ChartThemeProvider)
    protected readonly themes: ChartThemeProvider;

    readonly Component = (props: OutputPaneProps): React.ReactElement => (
        <GanttPane {...props} registry={this.registry} themes={this.themes} />
    );

    canRender({ type }: OutputDescriptor): number {
        return type === 'GANTT_CHART' ? 10 : 0;
    }
}
