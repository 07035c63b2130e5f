const PARENT_INTERVAL_MS = 2000;

/**
 * Why this process ought to end: a signal, or the end of whoever started it, known by the IPC channel of `fork`, or by its pid
 * where there is no such channel.
 * @returns the exit status, once it is time
 */
export function untilEnd(parentPid?: number): Promise<number> {
    return new Promise(resolve => {
        process.once('SIGINT', () => resolve(130));
        process.once('SIGTERM', () => resolve(143));
        process.once('disconnect', () => resolve(0));
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

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        // It runs under another user.
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}
