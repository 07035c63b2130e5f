import { AnalysisRequest, Wire } from 'tmll-analysis/algorithms';
import { Log } from '../../service/log';
import { RecordFolder } from '../../service/record-folder';

/** A derived output that somebody made: what was asked and how it is called. The result is the store's. */
export interface OutputRecord {
    /** `questionKey` of what was asked. */
    readonly id: string;
    readonly fingerprint: string;
    readonly module: string;
    readonly name: string;
    readonly description: string;
    readonly request: Wire<Pick<AnalysisRequest, 'selection' | 'range' | 'parameters'>>;
    /** ISO 8601. */
    readonly createdAt: string;
}

/**
 * Records of derived outputs on disk, shared by all services of a user. They outlive the service, the program's version and the
 * result itself: an output whose result is gone is computed again when somebody looks at it.
 */
export class OutputRecords {
    private readonly records: RecordFolder<OutputRecord>;

    constructor(folder: string, log: Log) {
        const kind = {
            what: 'The derived output',
            suffix: '.output.json',
            schemaVersion: 1,
            idPattern: /^[0-9a-f]{32}$/
        };
        this.records = new RecordFolder(folder, kind, log);
    }

    /** Those of the traces with a fingerprint. */
    async list(fingerprint: string): Promise<OutputRecord[]> {
        return (await this.records.all()).filter(record => record.fingerprint === fingerprint);
    }

    /** Keeps a record; one under the same id is replaced. */
    write(record: OutputRecord): Promise<void> {
        return this.records.write(record);
    }

    delete(id: string): Promise<void> {
        return this.records.delete(id);
    }
}
