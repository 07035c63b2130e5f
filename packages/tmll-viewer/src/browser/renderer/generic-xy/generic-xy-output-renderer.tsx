import * as React from '@theia/core/shared/react';
import { inject, injectable } from '@theia/core/shared/inversify';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { ChartThemeProvider } from '../../theme/chart-theme';
import { OutputPaneProps, OutputRenderer } from '../output-renderer';
import { GenericXyPane } from './generic-xy-pane';

/** Draws histograms and other charts that are not over time. */
@injectable()
export class GenericXyOutputRenderer implements OutputRenderer {
    readonly id = 'generic-xy';

    @inject(ChartThemeProvider)
    protected readonly themes: ChartThemeProvider;

    readonly Component = (props: OutputPaneProps): React.ReactElement => (
        <GenericXyPane {...props} themes={this.themes} />
    );

    canRender({ type }: OutputDescriptor): number {
        return type === 'TREE_GENERIC_XY' ? 10 : 0;
    }
}
