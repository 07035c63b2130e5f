import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two servers cannot share a workspace; more than so many at once start with an error of theirs. */
const MAX_WORKSPACES = 20;

/**
 * A workspace for one server: the first that no living process has, so that what was read of traces is found again the next time.
 * @param folder where the user's workspaces lie
 */
export function claimWorkspace(folder: string): string {
    for (let number = 1; ; number++) {
        const workspace = join(folder, String(number));
        mkdirSync(workspace, { recursive: true, mode: 0o700 });
        const claim = join(workspace, 'tmll.pid');
        if (number >= MAX_WORKSPACES || !isClaimed(claim)) {
            writeFileSync(claim, String(process.pid));
            return workspace;
        }
    }
}

function isClaimed(path: string): boolean {
    try {
        const pid = Number(readFileSync(path, 'utf8'));
        process.kill(pid, 0);
        return pid !== process.pid;
    } catch (error) {
        // No claim, or nobody lives who made it; EPERM: it lives under another user.
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}
