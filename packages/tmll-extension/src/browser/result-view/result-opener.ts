import { inject, injectable } from '@theia/core/shared/inversify';
import { ApplicationShell, WidgetManager } from '@theia/core/lib/browser';
import type { ResultSummary } from 'tmll-service/protocol';
import { ResultWidget, ResultWidgetOptions } from './result-widget';

/** Opens results as tabs beside the trace. */
@injectable()
export class ResultOpener {
    @inject(WidgetManager)
    protected readonly widgets: WidgetManager;

    @inject(ApplicationShell)
    protected readonly shell: ApplicationShell;

    async open({ id, experimentId, module }: ResultSummary): Promise<void> {
        const options: ResultWidgetOptions = { experimentId, resultId: id, module };
        const widget = await this.widgets.getOrCreateWidget<ResultWidget>(ResultWidget.ID, options);
        if (!widget.isAttached) {
            await this.shell.addWidget(widget, { area: 'main' });
        }
        await this.shell.activateWidget(widget.id);
    }
}
