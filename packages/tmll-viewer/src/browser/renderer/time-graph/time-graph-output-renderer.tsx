import * as React from '@theia/core/shared/react';
import { inject, injectable } from '@theia/core/shared/inversify';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { OverlayRegistry } from '../../overlay/overlay-registry';
import { ChartThemeProvider } from '../../theme/chart-theme';
import { OutputPaneProps, OutputRenderer } from '../output-renderer';
import { TimeGraphPane } from './time-graph-pane';

/** Draws rows of states over time. */
@injectable()
export class TimeGraphOutputRenderer implements OutputRenderer {
    readonly id = 'time-graph';
    readonly drawsOverlays = true;

    @inject(OverlayRegistry)
    protected readonly overlays: OverlayRegistry;

    @inject(ChartThemeProvider)
    protected readonly themes: ChartThemeProvider;

    readonly Component = (props: OutputPaneProps): React.ReactElement => (
        <TimeGraphPane {...props} registry={this.overlays} themes={this.themes} />
    );

    canRender({ type }: OutputDescriptor): number {
        return type === 'TIME_GRAPH' ? 10 : 0;
    }
}
