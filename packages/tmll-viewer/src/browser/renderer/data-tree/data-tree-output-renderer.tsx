import * as React from '@theia/core/shared/react';
import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import { inject, injectable } from '@theia/core/shared/inversify';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { OutputPaneProps, OutputRenderer } from '../output-renderer';
import { DataTreePane } from './data-tree-pane';

/** Draws trees of lines with columns. */
@injectable()
export class DataTreeOutputRenderer implements OutputRenderer {
    readonly id = 'data-tree';

    @inject(ClipboardService)
    protected readonly clipboard: ClipboardService;

    readonly Component = (props: OutputPaneProps): React.ReactElement => (
        <DataTreePane {...props} clipboard={this.clipboard} />
    );

    canRender({ type }: OutputDescriptor): number {
        return type === 'DATA_TREE' ? 10 : 0;
    }
}
