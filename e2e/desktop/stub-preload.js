/** Stands in for the preload script of Theia's Electron windows: what its API would ask the main process is answered here, or taken in silence. */
(() => {
    const never = { dispose: () => undefined };
    const quiet = own => new Proxy(own, { get: (target, name) => (name in target ? target[name] : () => undefined) });
    globalThis.electronTheiaCore = quiet({
        WindowMetadata: { webcontentId: '1' },
        useNativeElements: false,
        getSecurityToken: () => '',
        attachSecurityToken: async () => undefined,
        getTitleBarStyleAtStartup: async () => 'native',
        getZoomLevel: async () => 0,
        isMaximized: () => false,
        isFullScreen: () => false,
        isFullScreenable: () => true,
        readClipboard: () => '',
        popup: async () => 0,
        onData: () => never,
        onWindowEvent: () => never,
        onAboutToClose: () => never,
        onKeyboardLayoutChanged: () => never
    });
    globalThis.electronTheiaFilesystem = quiet({
        showOpenDialog: async () => undefined,
        showSaveDialog: async () => undefined
    });
})();
