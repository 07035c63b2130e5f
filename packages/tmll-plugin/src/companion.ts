import * as vscode from 'vscode';
import { CommonCommands } from './commands';
import { MessagesOnce } from './messages-once';
import { messageOf } from './message-of';
import { ViewerAddress } from './address/viewer-address';
import { findTraceViewer } from './trace-viewer/find-trace-viewer';
import { TraceViewer } from './trace-viewer/trace-viewer';
import { TRACE_VIEWER_ID, TraceServerContributor } from './trace-viewer/trace-viewer-api';

/** What differs between a host with TMLL's own workbench and one without. */
export interface HostSide extends vscode.Disposable {
    /** Address of the gateway, undefined while there is none. */
    readonly gateway: string | undefined;
    readonly onDidChangeGateway: vscode.Event<void>;
    /**
     * Whether the companion points the Trace Viewer at the gateway and tells when there is none: in a host with TMLL's workbench the
     * workbench does so, and charts of its own.
     */
    readonly standsAlone: boolean;
    /** Starts the gateway when need be and resolves once it can be asked; rejects with one sentence. */
    whenGateway?(): Promise<string>;
    /** The Trace Viewer is there. */
    follow(viewer: TraceViewer): void;
}

const GET_IT = 'Get the Trace Viewer';
const SHOW_LOG = 'Show Log';

/** Brings the Trace Viewer and TMLL together, whatever the host. */
export class Companion implements vscode.Disposable {
    private readonly address: ViewerAddress;
    private readonly messages: MessagesOnce;
    private readonly subscriptions: vscode.Disposable[] = [];
    private viewer: TraceViewer | undefined;
    private searching = false;
    /** Whether there is a Trace Viewer that settings have a meaning for. */
    private present = false;

    constructor(
        context: vscode.ExtensionContext,
        private readonly side: HostSide,
        private readonly log: vscode.LogOutputChannel
    ) {
        this.address = new ViewerAddress(context);
        this.messages = new MessagesOnce(context.globalState);
    }

    /** Connects with the Trace Viewer as soon as it is there. */
    async start(): Promise<void> {
        this.subscriptions.push(
            vscode.extensions.onDidChange(() => this.search()),
            this.side.onDidChangeGateway(() => this.pointAtGateway())
        );
        await this.search();
    }

    /** Asks anew what was answered before. */
    async reconnect(): Promise<void> {
        await this.address.forgetAnswers();
        await this.search();
        await this.pointAtGateway();
    }

    /** Gives the Trace Viewer its own address back. */
    async stop(): Promise<void> {
        await this.address.restore();
    }

    dispose(): void {
        this.subscriptions.forEach(each => each.dispose());
        this.viewer?.dispose();
        this.side.dispose();
    }

    private async search(): Promise<void> {
        if (this.viewer || this.searching) {
            return;
        }
        this.searching = true;
        try {
            const found = await findTraceViewer();
            this.present = !('absent' in found);
            if ('absent' in found) {
                await this.tellAbsence();
            } else if ('unusable' in found) {
                this.log.warn(found.unusable);
                void this.messages.tell(found.unusable, { [SHOW_LOG]: () => this.log.show() });
                await this.pointAtGateway();
            } else {
                if (found.lacks) {
                    this.log.warn(found.lacks);
                    void this.messages.tell(found.lacks);
                }
                this.viewer = new TraceViewer(found.api, () => this.side.gateway);
                if (this.side.standsAlone) {
                    this.viewer.contribute(this.contributor());
                }
                this.side.follow(this.viewer);
                await this.pointAtGateway();
            }
        } finally {
            this.searching = false;
        }
    }

    private async tellAbsence(): Promise<void> {
        // What a window that crashed has left, another Trace Viewer would find.
        await this.address.restore();
        if (this.side.standsAlone) {
            const text = 'TMLL shows what it finds in the Trace Viewer, which is not installed.';
            void this.messages.tell(text, {
                [GET_IT]: () => vscode.commands.executeCommand('workbench.extensions.search', `@id:${TRACE_VIEWER_ID}`)
            });
        }
    }

    /** The Trace Viewer asks for a trace server when it finds none at its address. */
    private contributor(): TraceServerContributor {
        return {
            startServer: async () => {
                try {
                    await this.side.whenGateway?.();
                    await this.pointAtGateway();
                    await settled();
                } catch (error) {
                    await this.tellFailure(messageOf(error));
                }
            }
        };
    }

    private async pointAtGateway(): Promise<void> {
        const { gateway } = this.side;
        if (gateway === undefined || !this.present || !this.side.standsAlone) {
            return;
        }
        try {
            if (await this.address.point(gateway)) {
                this.log.info(`The Trace Viewer asks ${gateway}.`);
            }
        } catch (error) {
            await this.tellFailure(`The Trace Viewer cannot be pointed at TMLL: ${messageOf(error)}.`);
        }
    }

    private async tellFailure(text: string): Promise<void> {
        this.log.error(text);
        if ((await vscode.window.showErrorMessage(text, SHOW_LOG)) === SHOW_LOG) {
            await vscode.commands.executeCommand(CommonCommands.showLog);
        }
    }
}

/**
 * Resolves when the Trace Viewer has taken note of a changed setting: it asks the host twice for an external address, and the host
 * answers in order.
 */
async function settled(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
        await vscode.env.asExternalUri(vscode.Uri.parse('http://localhost/'));
    }
}
