import * as vscode from 'vscode';
import {
    BRIDGE_VERSION,
    PluginCommands,
    RevealRequest,
    WorkbenchCommands,
    WorkbenchGreeting
} from 'tmll-service/protocol';
import type { HostSide } from '../companion';
import { messageOf } from '../message-of';
import type { TraceViewer } from '../trace-viewer/trace-viewer';

/** Whether the host is a Theia application with TMLL's own views in it. */
export async function isWorkbench(): Promise<boolean> {
    return (await vscode.commands.getCommands(true)).includes(WorkbenchCommands.connect);
}

/** The companion beside TMLL's own workbench: it has no views here, and hands on what the Trace Viewer shows. */
export class WorkbenchSide implements HostSide {
    readonly standsAlone = false;

    private readonly gatewayEmitter = new vscode.EventEmitter<void>();
    readonly onDidChangeGateway = this.gatewayEmitter.event;

    private readonly subscriptions: vscode.Disposable[];
    private address: string | undefined;
    private viewer: TraceViewer | undefined;

    constructor(private readonly log: vscode.LogOutputChannel) {
        const { gateway, reveal, refreshViews, refreshTraces } = PluginCommands;
        this.subscriptions = [
            vscode.commands.registerCommand(gateway, (address: unknown) => this.setGateway(address)),
            vscode.commands.registerCommand(reveal, (request: RevealRequest) => this.viewer?.reveal(request) ?? false),
            vscode.commands.registerCommand(refreshViews, (id: string) => this.viewer?.refreshViews(id) ?? false),
            vscode.commands.registerCommand(refreshTraces, () => this.viewer?.refreshTraces()),
            this.gatewayEmitter
        ];
    }

    /** @throws Error with one sentence when the workbench is of another version */
    async connect(): Promise<void> {
        const greeting = await vscode.commands.executeCommand<WorkbenchGreeting>(WorkbenchCommands.connect);
        if (greeting?.bridgeVersion !== BRIDGE_VERSION) {
            throw new Error(
                `This TMLL companion speaks version ${BRIDGE_VERSION} with the workbench, which speaks ${greeting?.bridgeVersion}: update the older one.`
            );
        }
        this.setGateway(greeting.gateway);
    }

    get gateway(): string | undefined {
        return this.address;
    }

    follow(viewer: TraceViewer): void {
        this.viewer = viewer;
        this.subscriptions.push(viewer.onDidChange(() => this.tellSoon()));
        this.tellSoon();
    }

    dispose(): void {
        this.subscriptions.forEach(each => each.dispose());
    }

    private setGateway(address: unknown): void {
        const next = typeof address === 'string' ? address : undefined;
        if (next !== this.address) {
            this.address = next;
            this.gatewayEmitter.fire();
        }
    }

    private telling = false;
    private changed = false;

    /** One message at a time: while a view is dragged, those in between are left out. */
    private tellSoon(): void {
        this.changed = true;
        if (!this.telling) {
            this.telling = true;
            void this.tell().finally(() => (this.telling = false));
        }
    }

    private async tell(): Promise<void> {
        while (this.changed && this.viewer) {
            this.changed = false;
            try {
                await vscode.commands.executeCommand(WorkbenchCommands.follow, this.viewer.state);
            } catch (error) {
                this.log.warn(`The workbench was not told what the Trace Viewer shows: ${messageOf(error)}`);
            }
        }
    }
}
