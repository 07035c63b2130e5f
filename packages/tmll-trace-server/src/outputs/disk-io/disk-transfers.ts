import type { EventType, TraceEvent, TraceInteger } from '../../trace/trace';
import { TransferColumn } from '../columns/transfer-column';
import { firstNumberOf, numberOf, textOf } from '../field-access';
import type { EventHandler, Recorder } from '../recording/trace-recording';
import { formatDevice, type TransferKind, transferKindOf } from './block-requests';

const BYTES_PER_SECTOR = 512;
const ISSUE_NAMES = new Set(['block_rq_issue', 'block:block_rq_issue']);
const COMPLETE_NAMES = new Set(['block_rq_complete', 'block:block_rq_complete']);
const NAME_EVENT = 'lttng_statedump_block_device';

/** Whether an event says that a block request was finished. */
export function isRequestCompletion(type: EventType): boolean {
    return COMPLETE_NAMES.has(type.name);
}

/** What a disk read and wrote. */
export interface DiskActivity {
    readonly device: number;
    /** Its name when the trace's state dump gives one (`sda`), else `major,minor`. */
    name: string;
    readonly transfers: Readonly<Record<TransferKind, TransferColumn>>;
}

interface DiskState extends DiskActivity {
    /** When the requests under way were given to the disk, by their first sector. */
    readonly issued: Map<TraceInteger, number>;
}

/**
 * The bytes that disks moved: those of a completed request, spread evenly from its issue to its completion (at the
 * completion when the issue is not in the trace). The task that issues it does not matter. Requests that fail, or are still
 * under way at the end, count nothing.
 */
export class DiskTransfers implements Recorder {
    private readonly byDevice = new Map<number, DiskState>();

    /** The disks of which something is known, by device number. */
    get disks(): readonly DiskActivity[] {
        return [...this.byDevice.values()].sort((a, b) => a.device - b.device);
    }

    /** The disk of a device number. */
    disk(device: number): DiskActivity | undefined {
        return this.byDevice.get(device);
    }

    handlerOf(type: EventType): EventHandler | undefined {
        if (ISSUE_NAMES.has(type.name)) {
            return event => this.onIssue(event);
        }
        if (isRequestCompletion(type)) {
            return event => this.onComplete(event);
        }
        return type.name === NAME_EVENT ? event => this.onName(event) : undefined;
    }

    finish(): void {
        for (const { transfers, issued } of this.byDevice.values()) {
            issued.clear();
            transfers.read.seal();
            transfers.write.seal();
        }
    }

    private onIssue({ time, fields }: TraceEvent): void {
        if (transferKindOf(fields.rwbs) !== undefined) {
            this.diskOf(fields)?.issued.set(fields.sector as TraceInteger, time);
        }
    }

    private onComplete({ time, fields }: TraceEvent): void {
        const kind = transferKindOf(fields.rwbs);
        const disk = this.diskOf(fields);
        if (!kind || !disk) {
            return;
        }
        const sector = fields.sector as TraceInteger;
        const start = disk.issued.get(sector) ?? time;
        disk.issued.delete(sector);
        const failed = (firstNumberOf(fields, ['error', 'errors']) ?? 0) !== 0;
        if (!failed) {
            disk.transfers[kind].push(start, time, (numberOf(fields, 'nr_sector') ?? 0) * BYTES_PER_SECTOR);
        }
    }

    private onName({ fields }: TraceEvent): void {
        const disk = this.diskOf(fields);
        const name = textOf(fields, 'diskname');
        if (disk && name !== undefined) {
            disk.name = name;
        }
    }

    private diskOf(fields: TraceEvent['fields']): DiskState | undefined {
        const device = numberOf(fields, 'dev');
        if (device === undefined) {
            return undefined;
        }
        let disk = this.byDevice.get(device);
        if (!disk) {
            disk = {
                device,
                name: formatDevice(device),
                transfers: { read: new TransferColumn(), write: new TransferColumn() },
                issued: new Map()
            };
            this.byDevice.set(device, disk);
        }
        return disk;
    }
}
