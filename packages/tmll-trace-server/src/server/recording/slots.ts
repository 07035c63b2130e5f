/** Lets so many pieces of work run at a time; further ones wait for their turn. */
export class Slots {
    private readonly waiting: (() => void)[] = [];

    /** @param free how many may run at a time */
    constructor(private free: number) {}

    /** Runs a piece of work when it is its turn. @throws the reason of the signal when that comes first; what the work throws */
    async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
        while (this.free === 0) {
            await new Promise<void>(resolve => {
                const wake = (): void => {
                    signal.removeEventListener('abort', wake);
                    resolve();
                };
                this.waiting.push(wake);
                signal.addEventListener('abort', wake);
            });
            signal.throwIfAborted();
        }
        signal.throwIfAborted();
        this.free--;
        try {
            return await work();
        } finally {
            this.free++;
            this.waiting.splice(0).forEach(wake => wake());
        }
    }
}
