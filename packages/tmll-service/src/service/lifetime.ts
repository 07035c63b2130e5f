const PARENT_INTERVAL_MS = 2000;

const USE_INTERVAL_MS = 1000;

/** What keeps a process alive that nobody has told to end. */
export interface Lifetime {
    /** Ends with this process. */
    readonly parentPid?: number;
    /** Ends when nobody has used it for so long, and not with whoever started it. */
    readonly unused?: { readonly users: () => number; readonly limitMs: number };
}

/**
 * Why this process ought to end: a signal, or the end of whoever started it, known by the IPC channel of `fork`, or by its pid
 * where there is no such channel; or that nobody uses it any more.
 * @returns the exit status, once it is time
 */
export function untilEnd({ parentPid, unused }: Lifetime = {}): Promise<number> {
    return new Promise(resolve => {
        process.once('SIGINT', () => resolve(130));
        process.once('SIGTERM', () => resolve(143));
        if (unused) {
            resolveWhenUnused(unused, () => resolve(0));
        } else {
            process.once('disconnect', () => resolve(0));
        }
        if (parentPid !== undefined) {
            const timer = setInterval(() => {
                if (!isRunning(parentPid)) {
                    clearInterval(timer);
                    resolve(0);
                }
            }, PARENT_INTERVAL_MS);
        }
    });
}

function resolveWhenUnused({ users, limitMs }: NonNullable<Lifetime['unused']>, resolve: () => void): void {
    let lastUse = Date.now();
    const timer = setInterval(() => {
        if (users() > 0) {
            lastUse = Date.now();
        } else if (Date.now() - lastUse >= limitMs) {
            clearInterval(timer);
            resolve();
        }
    }, USE_INTERVAL_MS);
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        // It runs under another user.
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}
