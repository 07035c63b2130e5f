import * as vscode from 'vscode';
import type { ListedFinding } from 'tmll-service/protocol';
import { messageOf } from '../message-of';
import type { ServiceHost } from '../service/service-host';

/** What the list has to say when it has no findings. */
export type ListState = 'noTrace' | 'loading' | 'notAnalyzed' | 'failed' | 'listed';

/** An experiment whose findings are listed. */
export interface ListedExperiment {
    readonly id: string;
    readonly name: string;
}

/** Deletions and additions come in bursts: the list is read once for all that happens within this time. */
const SETTLE_MS = 150;

/** The findings of the experiment that the user looks at, read anew whenever results come or go. */
export class FindingList implements vscode.Disposable {
    private readonly changeEmitter = new vscode.EventEmitter<void>();
    readonly onDidChange = this.changeEmitter.event;

    private shown: ListedExperiment | undefined;
    private all: readonly ListedFinding[] = [];
    private condition: ListState = 'noTrace';
    private failure: string | undefined;
    private reading = 0;
    private timer: NodeJS.Timeout | undefined;
    private readonly subscriptions: vscode.Disposable[];

    constructor(private readonly host: ServiceHost) {
        this.subscriptions = [
            host.onDidReceiveEvent(({ type }) => {
                if (type === 'result-added' || type === 'result-deleted') {
                    this.readSoon();
                }
            }),
            host.onDidChangeState(({ status }) => status === 'up' && this.readSoon()),
            this.changeEmitter
        ];
    }

    get experiment(): ListedExperiment | undefined {
        return this.shown;
    }

    /** The worst first. */
    get findings(): readonly ListedFinding[] {
        return this.all;
    }

    get state(): ListState {
        return this.condition;
    }

    /** Why they could not be read, one sentence. */
    get error(): string | undefined {
        return this.failure;
    }

    show(experiment: ListedExperiment | undefined): void {
        if (experiment?.id !== this.shown?.id) {
            this.shown = experiment;
            this.all = [];
            this.set(experiment ? 'loading' : 'noTrace');
            void this.read();
        }
    }

    /** Reads the findings of the experiment; what could not be read is found in `error`. */
    async read(): Promise<void> {
        const reading = ++this.reading;
        const { shown } = this;
        const { api } = this.host;
        if (!shown || !api) {
            return;
        }
        try {
            const [findings, results] = await Promise.all([api.findings(shown.id), api.results(shown.id)]);
            if (reading === this.reading) {
                this.all = findings;
                this.set(results.length > 0 ? 'listed' : 'notAnalyzed');
            }
        } catch (error) {
            if (reading === this.reading) {
                this.all = [];
                this.set('failed', messageOf(error));
            }
        }
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.subscriptions.forEach(each => each.dispose());
    }

    private readSoon(): void {
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            void this.read();
        }, SETTLE_MS);
    }

    private set(condition: ListState, failure?: string): void {
        this.condition = condition;
        this.failure = failure;
        this.changeEmitter.fire();
    }
}
