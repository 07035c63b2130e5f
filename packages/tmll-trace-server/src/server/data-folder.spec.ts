import { homedir } from 'node:os';
import { join } from 'node:path';
import { defaultDataFolder } from './data-folder';

describe('defaultDataFolder', () => {
    it('follows the conventions of the operating system', () => {
        expect(defaultDataFolder({ XDG_DATA_HOME: '/x' }, 'linux')).toBe('/x/tmll-trace-server');
        expect(defaultDataFolder({}, 'linux')).toBe(join(homedir(), '.local/share/tmll-trace-server'));
        expect(defaultDataFolder({}, 'darwin')).toBe(join(homedir(), 'Library/Application Support/tmll-trace-server'));
        expect(defaultDataFolder({ LOCALAPPDATA: '/l' }, 'win32')).toBe(join('/l', 'tmll-trace-server'));
    });
});
