/** Remembers what threads are called, so that a name is told once. */
export class ThreadNames {
    private readonly known = new Map<string, number>();
    private process = NaN;
    private thread = NaN;
    private name = NaN;

    /** Whether a thread was not called this before. @param name number of the text; NaN for none */
    isNews(process: number, thread: number, name: number): boolean {
        if ((process === this.process && thread === this.thread && name === this.name) || Number.isNaN(name)) {
            return false;
        }
        this.process = process;
        this.thread = thread;
        this.name = name;
        const key = `${process}/${thread}`;
        if (this.known.get(key) === name) {
            return false;
        }
        this.known.set(key, name);
        return true;
    }
}
