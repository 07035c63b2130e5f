import { Run } from '../protocol';
import { isOf, TraceIdentity } from '../results/trace-identity';
import { Log } from '../service/log';
import { RecordFolder } from '../service/record-folder';

/** A run with the traces that it was of. */
export interface RunRecord extends Run, TraceIdentity {}

const KIND = {
    what: 'The remembered run',
    suffix: '.run.json',
    schemaVersion: 1,
    idPattern: /^[0-9a-f-]{36}$/
};

/** Runs beyond this are forgotten, the oldest first. */
const MOST_RUNS = 500;

/** The analyses that have ended, on disk: what was asked, when, and how it ended. Their results are the store's. */
export class RunStore {
    private readonly records: RecordFolder<RunRecord>;

    constructor(
        folder: string,
        log: Log,
        private readonly most = MOST_RUNS
    ) {
        this.records = new RecordFolder(folder, KIND, log);
    }

    /** Those of traces, as they are and as they were; the newest first. */
    async list(traces: TraceIdentity): Promise<RunRecord[]> {
        return (await this.all()).filter(run => isOf(traces, run));
    }

    async find(id: string): Promise<RunRecord | undefined> {
        return (await this.all()).find(run => run.id === id);
    }

    /** Those that led to a result. */
    async ofResult(resultId: string): Promise<RunRecord[]> {
        return (await this.all()).filter(run => run.resultId === resultId);
    }

    async write(run: RunRecord): Promise<void> {
        await this.records.write(run);
        const beyond = (await this.all()).slice(this.most);
        await Promise.all(beyond.map(({ id }) => this.records.delete(id)));
    }

    delete(id: string): Promise<void> {
        return this.records.delete(id);
    }

    private async all(): Promise<RunRecord[]> {
        return [...(await this.records.all())].sort((a, b) => b.finishedAt.localeCompare(a.finishedAt));
    }
}
