import { TraceCompassState } from '../../protocol';
import { messageOf } from '../../service/errors';
import { findTraceCompass } from './find-executable';
import { InstallOptions, installTraceServer } from './install-trace-server';

export interface InstallerOptions {
    /** The user's data folder. */
    readonly dataFolder: string;
    readonly onDidChangeState: (state: TraceCompassState) => void;
    /** For tests: another address, other limits. */
    readonly install?: Pick<InstallOptions, 'url' | 'download'>;
}

/** Progress is told so often at most. */
const PROGRESS_MS = 250;

/** The installation of Trace Compass as hosts see it: whether there is one, and one download at a time when somebody asks for it. */
export class TraceCompassInstaller {
    private running: { readonly cancelling: AbortController; progress: TraceCompassState['installing'] } | undefined;
    private error: string | undefined;
    private toldAt = -Infinity;

    constructor(private readonly options: InstallerOptions) {}

    async state(): Promise<TraceCompassState> {
        const { platform, env: environment } = process;
        const { dataFolder } = this.options;
        try {
            const found = await findTraceCompass({ platform, environment, dataFolder });
            return { ...found, installing: this.running?.progress, error: this.error };
        } catch (error) {
            return { installing: this.running?.progress, error: messageOf(error) };
        }
    }

    /** Starts a download unless one runs or there is a server; never called without a user's wish. */
    async install(): Promise<TraceCompassState> {
        const { executable } = await this.state();
        if (this.running === undefined && executable === undefined) {
            this.error = undefined;
            this.running = { cancelling: new AbortController(), progress: { step: 'downloading' } };
            void this.run(this.running.cancelling.signal);
        }
        return this.state();
    }

    /** Stops the download; the next one goes on from there. */
    cancel(): void {
        this.running?.cancelling.abort(new Error('The installation was cancelled.'));
    }

    private async run(signal: AbortSignal): Promise<void> {
        const { dataFolder, install } = this.options;
        try {
            await installTraceServer({
                ...install,
                ...{ dataFolder, signal },
                onProgress: progress => {
                    const isNew = this.running?.progress?.step !== progress.step;
                    if (this.running) {
                        this.running.progress = progress;
                    }
                    if (isNew || performance.now() - this.toldAt > PROGRESS_MS) {
                        this.tell();
                    }
                }
            });
        } catch (error) {
            this.error = messageOf(error);
        }
        this.running = undefined;
        this.tell();
    }

    private tell(): void {
        this.toldAt = performance.now();
        void this.state().then(state => this.options.onDidChangeState(state));
    }
}
