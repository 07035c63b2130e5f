import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { TabBarToolbarContribution, TabBarToolbarRegistry } from '@theia/core/lib/browser/shell/tab-bar-toolbar';
import { AbstractViewContribution } from '@theia/core/lib/browser/shell/view-contribution';
import { Widget } from '@theia/core/lib/browser/widgets/widget';
import { CommandRegistry } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { TraceViewerCommands } from '../commands/trace-viewer-commands';
import { TraceExplorerWidget } from './trace-explorer-widget';

/** Puts the Traces view into the left side bar, with a button to open a trace. */
@injectable()
export class TraceExplorerContribution
    extends AbstractViewContribution<TraceExplorerWidget>
    implements TabBarToolbarContribution
{
    constructor() {
        super({
            widgetId: TraceExplorerWidget.ID,
            widgetName: TraceExplorerWidget.LABEL,
            defaultWidgetOptions: { area: 'left', rank: 50 },
            toggleCommandId: 'traceViewer.toggleExplorer'
        });
    }

    override registerCommands(commands: CommandRegistry): void {
        super.registerCommands(commands);
        commands.registerCommand(OPEN_IN_EXPLORER, {
            isEnabled: isExplorer,
            isVisible: isExplorer,
            execute: () => commands.executeCommand(TraceViewerCommands.OPEN_FOLDER.id)
        });
    }

    registerToolbarItems(toolbar: TabBarToolbarRegistry): void {
        toolbar.registerItem({
            id: OPEN_IN_EXPLORER.id,
            command: OPEN_IN_EXPLORER.id,
            tooltip: TraceViewerCommands.OPEN_FOLDER.label
        });
    }
}

/** The same as `OPEN_FOLDER`, but only seen in the toolbar of the view. */
const OPEN_IN_EXPLORER = {
    id: 'traceViewer.explorer.openFolder',
    iconClass: TraceViewerCommands.OPEN_FOLDER.iconClass
};

function isExplorer(widget: unknown): boolean {
    return widget instanceof Widget && widget.id === TraceExplorerWidget.ID;
}

/** Shows the Traces view when the application is opened for the first time. */
@injectable()
export class TraceExplorerLayout implements FrontendApplicationContribution {
    @inject(TraceExplorerContribution)
    protected readonly view: TraceExplorerContribution;

    async initializeLayout(): Promise<void> {
        await this.view.openView({ activate: false, reveal: true });
    }
}
