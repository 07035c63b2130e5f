/**
 * The folder in which everything of one user is kept: the lock file of the service, the results, and what the embedded trace server
 * keeps. `TMLL_DATA_DIR` overrides it; else it is `tmll` in the place that the platform has for data of applications on this machine.
 * @param platform Node's `process.platform`
 * @param home the user's home folder
 */
export function userDataFolder(
    platform: string,
    environment: Readonly<Record<string, string | undefined>>,
    home: string
): string {
    if (environment.TMLL_DATA_DIR) {
        return environment.TMLL_DATA_DIR;
    }
    switch (platform) {
        case 'win32':
            return `${environment.LOCALAPPDATA || `${home}\\AppData\\Local`}\\tmll`;
        case 'darwin':
            return `${home}/Library/Application Support/tmll`;
        default:
            return `${environment.XDG_DATA_HOME || `${home}/.local/share`}/tmll`;
    }
}

/** Name of the lock file (`ServiceLock`) in the user's data folder. */
export const LOCK_FILE_NAME = 'service.json';

/** Name of the folder of stored results in the user's data folder. */
export const RESULTS_FOLDER_NAME = 'results';

/** Name of the folder of the embedded trace server in the user's data folder: bookmarks, and what was read of traces. */
export const TRACE_SERVER_FOLDER_NAME = 'trace-server';
