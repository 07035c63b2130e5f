import * as vscode from 'vscode';
import { Analyses } from '../analysis/analyses';
import { JobWatch } from '../analysis/job-watch';
import { CommonCommands } from '../commands';
import type { HostSide } from '../companion';
import { FindingList } from '../findings/finding-list';
import { FindingTree } from '../findings/finding-tree';
import { KnownFindings } from '../findings/known-findings';
import { ReportPanel } from '../report/report-panel';
import { ChosenService } from '../service/chosen-service';
import { ServiceHost } from '../service/service-host';
import { lastWords } from '../service/service-process';
import { obtainService, settings } from '../service/service-settings';
import { StatusItem } from '../status-item';
import type { TraceViewer } from '../trace-viewer/trace-viewer';
import { AnalysisCommands } from './analysis-commands';
import { FindingCommands } from './finding-commands';

/** Changes of these want another service. */
const SERVICE_SETTINGS = ['serviceUrl', 'servicePath', 'traceServer', 'traceServerUrl', 'traceCompassPath'];

const SHOW_LOG = 'Show Log';
const TRY_AGAIN = 'Try Again';

/** The companion in a host without TMLL's workbench: it keeps a service, and has a list of findings and reports of its own. */
export class PlainSide implements HostSide {
    readonly standsAlone = true;

    private readonly gatewayEmitter = new vscode.EventEmitter<void>();
    readonly onDidChangeGateway = this.gatewayEmitter.event;

    readonly host: ServiceHost;
    private readonly chosen: ChosenService;
    private readonly list: FindingList;
    private readonly actions: AnalysisCommands;
    private readonly findingCommands: FindingCommands;
    private readonly subscriptions: vscode.Disposable[];

    /** @param bundled folder of the service that came along */
    constructor(context: vscode.ExtensionContext, bundled: string, log: vscode.LogOutputChannel) {
        const logFile = vscode.Uri.joinPath(context.logUri, 'service.log').fsPath;
        this.chosen = new ChosenService(context.secrets);
        this.host = new ServiceHost({
            obtain: () => {
                const url = settings().get('serviceUrl', '');
                return url === '' ? obtainService(bundled, logFile) : this.chosen.obtain(url);
            }
        });
        const jobs = new JobWatch(this.host);
        this.list = new FindingList(this.host);
        const known = new KnownFindings(context.globalState);
        const tree = new FindingTree(this.list, known);
        const report = new ReportPanel(this.host);
        const view = tree.createView();
        const analyses = new Analyses(this.host, jobs);
        this.actions = new AnalysisCommands({ restart: () => this.restart(), analyses, list: this.list, report });
        this.findingCommands = new FindingCommands({ list: this.list, known, actions: this.actions, view });
        this.subscriptions = [
            jobs,
            this.list,
            tree,
            report,
            new StatusItem(this.host, jobs, this.list),
            this.actions,
            this.findingCommands,
            this.host.onDidChangeState(state => {
                log.info(`The analysis service is ${state.status}.`);
                this.gatewayEmitter.fire();
                if (state.status === 'down' || state.status === 'restarting') {
                    log.warn(state.message);
                }
                if (state.status === 'down') {
                    void this.tellDown(state.message, logFile, log);
                }
            }),
            vscode.workspace.onDidChangeConfiguration(event => {
                if (SERVICE_SETTINGS.some(name => event.affectsConfiguration(`tmll.${name}`))) {
                    this.restart();
                }
            }),
            this.gatewayEmitter,
            this.host
        ];
        this.host.start();
    }

    get gateway(): string | undefined {
        return this.host.api?.gateway;
    }

    async whenGateway(): Promise<string> {
        return (await this.host.whenUp()).gateway;
    }

    follow(viewer: TraceViewer): void {
        this.actions.follow(viewer);
        this.findingCommands.follow(viewer);
        this.subscriptions.push(
            viewer.onDidChange(() => this.list.show(viewer.front)),
            viewer.onDidOpen(experiment => settings().get('analyzeOnOpen', false) && this.actions.analyze(experiment)),
            this.host.onDidReceiveEvent(event => {
                if ((event.type === 'result-added' || event.type === 'result-deleted') && viewer.front) {
                    viewer.refreshViews(viewer.front.id);
                }
            })
        );
        this.list.show(viewer.front);
    }

    dispose(): void {
        this.subscriptions.forEach(each => each.dispose());
    }

    private restart(): void {
        this.chosen.reset();
        this.host.restart();
    }

    private async tellDown(message: string, logFile: string, log: vscode.LogOutputChannel): Promise<void> {
        (await lastWords(logFile)).forEach(line => log.info(line));
        const chosen = await vscode.window.showErrorMessage(message, TRY_AGAIN, SHOW_LOG);
        if (chosen === TRY_AGAIN) {
            this.restart();
        } else if (chosen === SHOW_LOG) {
            await vscode.commands.executeCommand(CommonCommands.showLog);
        }
    }
}
