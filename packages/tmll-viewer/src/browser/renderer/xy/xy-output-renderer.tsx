import * as React from '@theia/core/shared/react';
import { inject, injectable } from '@theia/core/shared/inversify';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { OverlayRegistry } from '../../overlay/overlay-registry';
import { ChartThemeProvider } from '../../theme/chart-theme';
import { OutputPaneProps, OutputRenderer } from '../output-renderer';
import { XyPane } from './xy-pane';

/** Draws XY outputs over time. */
@injectable()
export class XyOutputRenderer implements OutputRenderer {
    readonly id = 'xy';
    readonly drawsOverlays = true;

    @inject(OverlayRegistry)
    protected readonly overlays: OverlayRegistry;

    @inject(ChartThemeProvider)
    protected readonly themes: ChartThemeProvider;

    readonly Component = (props: OutputPaneProps): React.ReactElement => (
        <XyPane {...props} registry={this.overlays} themes={this.themes} />
    );

    canRender({ type }: OutputDescriptor): number {
        return type === 'TREE_TIME_XY' ? 10 : 0;
    }
}
