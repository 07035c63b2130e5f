// Theia asks `drivelist` only for the roots that its file dialog offers. The original compiles C++ at install time, which a
// fresh machine may not be able to; the roots can be had from the file system itself.
'use strict';

const { access } = require('node:fs/promises');

/** Drive letters A to Z that answer, e.g. `C:\`. */
async function windowsRoots() {
    const letters = Array.from({ length: 26 }, (_, i) => `${String.fromCharCode(65 + i)}:\\`);
    const found = await Promise.all(
        letters.map(root =>
            access(root).then(
                () => root,
                () => undefined
            )
        )
    );
    return found.filter(root => root !== undefined);
}

/** @returns {Promise<Array<{ mountpoints: Array<{ path: string, label: null }> }>>} one drive with the machine's roots */
async function list() {
    const roots = process.platform === 'win32' ? await windowsRoots() : ['/'];
    return [{ mountpoints: roots.map(path => ({ path, label: null })) }];
}

module.exports = { list };
