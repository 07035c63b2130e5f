/** Names of threads by their ids, learnt while events go by. */
export class ThreadNames {
    private readonly names = new Map<number, string>();

    /** The idle threads, one a CPU, have id 0. */
    learn(tid: number, name: string): void {
        if (tid > 0 && name !== '') {
            this.names.set(tid, name);
        }
    }

    /** What each thread is called: its name, with its id where others have the name as well, or its id alone. */
    labels(tids: Iterable<number>): Map<number, string> {
        const all = [...tids];
        const counts = new Map<string, number>();
        all.forEach(tid => counts.set(this.nameOf(tid), (counts.get(this.nameOf(tid)) ?? 0) + 1));
        return new Map(
            all.map(tid => {
                const name = this.nameOf(tid);
                return [tid, (counts.get(name) ?? 0) > 1 ? `${name} (${tid})` : name];
            })
        );
    }

    private nameOf(tid: number): string {
        return this.names.get(tid) ?? `thread ${tid}`;
    }
}
