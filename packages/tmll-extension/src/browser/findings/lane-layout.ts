import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, ILogger } from '@theia/core';
import { StorageService } from '@theia/core/lib/browser/storage-service';

const KEY = 'tmll.finding-lanes';

/** Pixels of a lane, as the style sheet has it. */
export const LANE_HEIGHT = 16;
/** At first two lanes below the one of all series, so that the list has most of a low panel. */
const DEFAULT_HEIGHT = 2 * LANE_HEIGHT;
const LEAST_HEIGHT = LANE_HEIGHT;

interface Stored {
    readonly height: number;
    readonly isOpen: boolean;
}

/** Whether the lanes over time are shown, and how high; remembered over restarts. */
@injectable()
export class LaneLayout {
    @inject(StorageService)
    protected readonly storage: StorageService;

    @inject(ILogger)
    protected readonly logger: ILogger;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected stored: Stored = { height: DEFAULT_HEIGHT, isOpen: true };

    @postConstruct()
    protected init(): void {
        this.read().catch(error => this.logger.warn('The height of the lanes could not be read', error));
    }

    get isOpen(): boolean {
        return this.stored.isOpen;
    }

    /** Most pixels that the lanes take; fewer lanes take less. */
    get height(): number {
        return this.stored.height;
    }

    setOpen(isOpen: boolean): void {
        this.change({ isOpen });
    }

    /** @param most pixels that there are */
    setHeight(height: number, most: number): void {
        this.change({ height: Math.round(Math.max(LEAST_HEIGHT, Math.min(height, most))) });
    }

    protected change(change: Partial<Stored>): void {
        this.stored = { ...this.stored, ...change };
        this.onDidChangeEmitter.fire();
        this.storage.setData(KEY, this.stored);
    }

    protected async read(): Promise<void> {
        const { height, isOpen } = (await this.storage.getData<Partial<Stored>>(KEY)) ?? {};
        this.stored = {
            height: typeof height === 'number' && height >= LEAST_HEIGHT ? height : this.stored.height,
            isOpen: typeof isOpen === 'boolean' ? isOpen : this.stored.isOpen
        };
        this.onDidChangeEmitter.fire();
    }
}
