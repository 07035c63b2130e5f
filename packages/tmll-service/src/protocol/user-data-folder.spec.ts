import { userDataFolder } from './user-data-folder';

describe('userDataFolder', () => {
    it('is what TMLL_DATA_DIR says, on every platform', () => {
        for (const platform of ['linux', 'darwin', 'win32']) {
            expect(userDataFolder(platform, { TMLL_DATA_DIR: '/data', XDG_DATA_HOME: '/xdg' }, '/home/a')).toBe(
                '/data'
            );
        }
    });

    it('follows the XDG base directories on Linux', () => {
        expect(userDataFolder('linux', { XDG_DATA_HOME: '/xdg' }, '/home/a')).toBe('/xdg/tmll');
        expect(userDataFolder('linux', {}, '/home/a')).toBe('/home/a/.local/share/tmll');
    });

    it('is below Application Support on macOS', () => {
        expect(userDataFolder('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/tmll');
    });

    it('stays on the machine on Windows', () => {
        expect(userDataFolder('win32', { LOCALAPPDATA: 'C:\\local' }, 'C:\\Users\\a')).toBe('C:\\local\\tmll');
        expect(userDataFolder('win32', {}, 'C:\\Users\\a')).toBe('C:\\Users\\a\\AppData\\Local\\tmll');
    });
});
