import { injectable } from '@theia/core/shared/inversify';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { OutputRenderer } from '../output-renderer';
import { TablePane } from './table-pane';

/** Shows table outputs. */
@injectable()
export class TableOutputRenderer implements OutputRenderer {
    readonly id = 'table';
    readonly Component = TablePane;

    canRender({ type }: OutputDescriptor): number {
        return type === 'TABLE' ? 10 : 0;
    }
}
