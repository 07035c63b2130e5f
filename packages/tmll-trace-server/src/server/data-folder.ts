import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'tmll-trace-server';

/** Where this user's trace server keeps bookmarks and what it read of traces, by the conventions of the operating system. */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
    if (platform === 'win32') {
        return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), NAME);
    }
    if (platform === 'darwin') {
        return join(homedir(), 'Library', 'Application Support', NAME);
    }
    return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), NAME);
}
