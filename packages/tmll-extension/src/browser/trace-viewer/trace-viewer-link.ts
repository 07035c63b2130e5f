import { inject, injectable } from '@theia/core/shared/inversify';
import { CommandContribution, CommandRegistry, Emitter, Event, ILogger } from '@theia/core';
import { FrontendApplicationContribution } from '@theia/core/lib/browser';
import { ContextKeyService } from '@theia/core/lib/browser/context-key-service';
import {
    BRIDGE_VERSION,
    PluginCommands,
    RevealRequest,
    TraceViewerState,
    WorkbenchCommands,
    WorkbenchGreeting
} from 'tmll-service/protocol';
import { ServiceMonitor } from '../service/service-monitor';

/** Tells plugins that the workbench has views of its own. */
const WORKBENCH_KEY = 'tmll.workbench';

const NOTHING: TraceViewerState = { experiments: [], activations: 0 };

/** The line to the companion plugin, by which the Trace Viewer is followed and led; see `trace-viewer-bridge.ts`. */
@injectable()
export class TraceViewerLink implements CommandContribution, FrontendApplicationContribution {
    @inject(CommandRegistry)
    protected readonly commands: CommandRegistry;

    @inject(ContextKeyService)
    protected readonly contextKeys: ContextKeyService;

    @inject(ServiceMonitor)
    protected readonly monitor: ServiceMonitor;

    @inject(ILogger)
    protected readonly logger: ILogger;

    protected readonly onDidChangeEmitter = new Emitter<TraceViewerState>();
    /** What the Trace Viewer shows has changed. */
    readonly onDidChange: Event<TraceViewerState> = this.onDidChangeEmitter.event;

    protected current: TraceViewerState = NOTHING;
    protected url: string | undefined;

    get state(): TraceViewerState {
        return this.current;
    }

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(
            { id: WorkbenchCommands.connect },
            { execute: (): WorkbenchGreeting => this.greet(), isVisible: () => false }
        );
        commands.registerCommand(
            { id: WorkbenchCommands.follow },
            { execute: (state: TraceViewerState) => this.follow(state), isVisible: () => false }
        );
    }

    /** As early as can be: plugins look at it when they start. */
    initialize(): void {
        this.contextKeys.createKey(WORKBENCH_KEY, true);
        this.monitor.onDidChange(({ url }) => {
            if (url !== this.url) {
                this.url = url;
                this.tell(PluginCommands.gateway, url);
            }
        });
    }

    /** @returns whether the Trace Viewer shows it */
    async reveal(request: RevealRequest): Promise<boolean> {
        return (await this.tell(PluginCommands.reveal, request)) === true;
    }

    /** Results of an experiment have come or gone. */
    async refreshViews(experimentId: string): Promise<void> {
        await this.tell(PluginCommands.refreshViews, experimentId);
    }

    /** Traces were opened or closed here. */
    async refreshTraces(): Promise<void> {
        await this.tell(PluginCommands.refreshTraces);
    }

    /** A plugin has started, perhaps anew: what was known is what another one has told. */
    protected greet(): WorkbenchGreeting {
        this.follow(NOTHING);
        this.url = this.monitor.state.url;
        return { bridgeVersion: BRIDGE_VERSION, gateway: this.url };
    }

    protected follow(state: TraceViewerState): void {
        this.current = state;
        this.onDidChangeEmitter.fire(state);
    }

    /** Without the companion there is nobody to tell. */
    protected async tell(command: string, ...args: unknown[]): Promise<unknown> {
        if (!this.commands.getCommand(command)) {
            return undefined;
        }
        try {
            return await this.commands.executeCommand(command, ...args);
        } catch (error) {
            this.logger.warn(`The companion of the Trace Viewer did not do "${command}"`, error);
            return undefined;
        }
    }
}
