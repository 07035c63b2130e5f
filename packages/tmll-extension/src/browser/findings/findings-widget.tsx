import * as React from '@theia/core/shared/react';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { CommandService, nls } from '@theia/core';
import { codicon, Message, ReactWidget } from '@theia/core/lib/browser';
import { TmllCommands } from '../commands/tmll-commands';
import { FindingActions } from './finding-actions';
import { FindingList } from './finding-list';
import { FindingsView } from './findings-view';
import { LaneLayout } from './lane-layout';

/** The viewer's own command that asks for a trace and opens it. */
const OPEN_TRACE_COMMAND = 'traceViewer.openFolder';

/** The list of findings as a view of the workbench. */
@injectable()
export class FindingsWidget extends ReactWidget {
    static readonly ID = 'tmll-findings';
    static readonly LABEL = nls.localize('tmll/findings/title', 'Findings');

    @inject(FindingList)
    protected readonly list: FindingList;

    @inject(FindingActions)
    protected readonly actions: FindingActions;

    @inject(LaneLayout)
    protected readonly lanes: LaneLayout;

    @inject(CommandService)
    protected readonly commands: CommandService;

    @postConstruct()
    protected init(): void {
        this.id = FindingsWidget.ID;
        this.title.label = FindingsWidget.LABEL;
        this.title.caption = FindingsWidget.LABEL;
        this.title.iconClass = codicon('search-fuzzy');
        this.title.closable = true;
        this.addClass('tmll-view');
        this.node.tabIndex = -1;
        // The table scrolls by itself.
        this.scrollOptions = undefined;
        this.list.onDidChange(() => this.updateBadge());
        this.updateBadge();
        this.update();
    }

    protected override onActivateRequest(message: Message): void {
        super.onActivateRequest(message);
        (this.node.querySelector<HTMLElement>('table[role=grid]') ?? this.node).focus();
    }

    protected render(): React.ReactNode {
        return (
            <FindingsView
                list={this.list}
                actions={this.actions}
                layout={this.lanes}
                onSetUp={() => this.commands.executeCommand(TmllCommands.FIND_ANOMALIES.id)}
                onOpenTrace={() => this.commands.executeCommand(OPEN_TRACE_COMMAND)}
                onAnalyze={() => this.commands.executeCommand(TmllCommands.ANALYZE_TRACE.id)}
            />
        );
    }

    protected updateBadge(): void {
        const { total } = this.list;
        this.title.label = total > 0 ? `${FindingsWidget.LABEL} (${total})` : FindingsWidget.LABEL;
    }
}
