/**
 * Stands in for Electron where its binary cannot be had: `node --require` this, then Electron's main script. What the script does that a
 * window would show (its options, its URL) and the cookies that it sets are told to the parent process; all else is taken in silence.
 */
const { EventEmitter } = require('node:events');
const Module = require('node:module');
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const userData = process.env.STUB_ELECTRON_DATA ?? mkdtempSync(join(tmpdir(), 'stub-electron-'));
const display = {
    bounds: { x: 0, y: 0, width: 1440, height: 900 },
    workArea: { x: 0, y: 0, width: 1440, height: 900 },
    id: 1
};

const tell = message => process.send?.(message);

/** An emitter on which every other method exists and does nothing. */
function quiet(own) {
    const emitter = Object.assign(new EventEmitter(), own);
    return new Proxy(emitter, {
        get: (target, name) =>
            name in target || typeof name === 'symbol' || name === 'then' ? target[name] : () => undefined
    });
}

const app = quiet({
    name: 'stub',
    getAppPath: () => process.env.THEIA_APP_PROJECT_PATH ?? process.cwd(),
    getPath: () => userData,
    getName: () => 'stub',
    getVersion: () => '0',
    getLocale: () => 'en',
    isReady: () => true,
    whenReady: () => Promise.resolve(),
    requestSingleInstanceLock: () => {
        tell({ type: 'single-instance' });
        return true;
    },
    quit: () => app.exit(0),
    exit: code => {
        app.emit('quit');
        process.exit(code);
    }
});

let contents = 0;

class BrowserWindow {
    constructor(options) {
        tell({ type: 'window', options });
        const webContents = quiet({
            id: ++contents,
            getURL: () => '',
            send: () => undefined,
            isDestroyed: () => false
        });
        app.emit('web-contents-created', {}, webContents);
        return quiet({
            webContents,
            id: contents,
            isVisible: () => true,
            isMaximized: () => false,
            isFullScreen: () => false,
            getBounds: () => options,
            loadURL: url => {
                tell({ type: 'url', url });
                return Promise.resolve();
            }
        });
    }
    static getAllWindows() {
        return [];
    }
    static getFocusedWindow() {
        return null;
    }
    static fromWebContents() {
        return null;
    }
}

const electron = {
    app,
    BrowserWindow,
    ipcMain: quiet({}),
    screen: quiet({
        getAllDisplays: () => [display],
        getPrimaryDisplay: () => display,
        getDisplayNearestPoint: () => display,
        getDisplayMatching: () => display,
        getCursorScreenPoint: () => ({ x: 0, y: 0 })
    }),
    session: {
        defaultSession: quiet({
            cookies: {
                set: cookie => {
                    tell({ type: 'cookie', cookie });
                    return Promise.resolve();
                }
            }
        })
    },
    nativeTheme: quiet({ shouldUseDarkColors: true }),
    Menu: Object.assign(class {}, { buildFromTemplate: () => quiet({}), setApplicationMenu: () => undefined }),
    MenuItem: class {},
    shell: quiet({}),
    dialog: quiet({}),
    clipboard: quiet({}),
    nativeImage: quiet({}),
    powerMonitor: quiet({})
};

const load = Module._load;
Module._load = function (request, ...rest) {
    return request === 'electron' ? electron : load.call(this, request, ...rest);
};
Object.defineProperty(process.versions, 'electron', { value: '42.3.0' });
// As in `electron SCRIPT ARGUMENTS`: the script is no argument.
process.defaultApp = true;
// The parent says when the application is started a second time, and when it is over.
process.on('message', message => {
    if (message === 'quit') {
        app.quit();
    } else {
        app.emit('second-instance', {}, [], message.cwd, [...process.argv.slice(0, 2), ...message.args]);
    }
});
process.on('disconnect', () => app.quit());
