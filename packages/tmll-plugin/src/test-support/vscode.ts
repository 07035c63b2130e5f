/**
 * A stand-in for the API of VS Code and Theia's plugin host, as far as the companion uses it. `fakeHost` plays the user and the
 * host: it presses buttons, sets settings, runs commands, and sees what is shown.
 */
/* eslint-disable @typescript-eslint/explicit-module-boundary-types -- the types are those of the API that is stood in for */
import { EventEmitter as Emitter } from 'node:events';
import { join } from 'node:path';

export class Disposable {
    constructor(private readonly action: () => void) {}
    dispose(): void {
        this.action();
    }
}

export class EventEmitter<T> {
    private readonly emitter = new Emitter().setMaxListeners(0);
    readonly event = (listener: (value: T) => unknown): Disposable => {
        this.emitter.on('event', listener);
        return new Disposable(() => this.emitter.off('event', listener));
    };
    fire(value: T): void {
        this.emitter.emit('event', value);
    }
    dispose(): void {
        this.emitter.removeAllListeners();
    }
}

export class Uri {
    private constructor(
        readonly scheme: string,
        readonly path: string
    ) {}
    static file(path: string): Uri {
        return new Uri('file', path);
    }
    static parse(text: string): Uri {
        return new Uri(text.split(':')[0], text);
    }
    static joinPath(base: Uri, ...parts: string[]): Uri {
        return new Uri(base.scheme, join(base.path, ...parts));
    }
    get fsPath(): string {
        return this.path;
    }
    with({ path }: { readonly path: string }): Uri {
        return new Uri(this.scheme, path);
    }
}

export class ThemeColor {
    constructor(readonly id: string) {}
}
export class ThemeIcon {
    constructor(
        readonly id: string,
        readonly color?: ThemeColor
    ) {}
}
export class TreeItem {
    constructor(
        readonly label: string,
        readonly collapsibleState = 0
    ) {}
}
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };
export const ProgressLocation = { Notification: 15 };
export const StatusBarAlignment = { Left: 1, Right: 2 };
export const ViewColumn = { Active: -1, Beside: -2, One: 1 };
export const ConfigurationTarget = { Global: 1, Workspace: 2 };

interface SettingLayers {
    defaultValue?: unknown;
    globalValue?: unknown;
    workspaceValue?: unknown;
}

/** A message that was shown, and how it is answered. */
export interface ShownMessage {
    readonly kind: 'info' | 'warning' | 'error';
    readonly text: string;
    readonly actions: readonly string[];
}

/** A progress notification. */
export class ShownProgress {
    readonly messages: string[] = [];
    total = 0;
    private readonly cancelEmitter = new EventEmitter<void>();
    readonly token = { isCancellationRequested: false, onCancellationRequested: this.cancelEmitter.event };
    constructor(readonly title: string) {}
    cancel(): void {
        this.token.isCancellationRequested = true;
        this.cancelEmitter.fire();
    }
}

class WebviewPanel {
    readonly webview = { html: '' };
    visible = true;
    active = true;
    private readonly disposeEmitter = new EventEmitter<void>();
    readonly onDidDispose = this.disposeEmitter.event;
    readonly reveals: unknown[][] = [];
    constructor(
        readonly viewType: string,
        readonly title: string,
        readonly options: unknown
    ) {}
    reveal(...args: unknown[]): void {
        this.visible = true;
        this.reveals.push(args);
    }
    dispose(): void {
        this.disposeEmitter.fire();
    }
}

class FakeHost {
    readonly settings = new Map<string, SettingLayers>();
    readonly commands = new Map<string, (...args: never[]) => unknown>();
    readonly executed: (readonly [string, ...unknown[]])[] = [];
    readonly messages: ShownMessage[] = [];
    readonly progress: ShownProgress[] = [];
    readonly panels: WebviewPanel[] = [];
    readonly views = new Map<string, { treeDataProvider: unknown; [name: string]: unknown }>();
    readonly status: { text: string; tooltip?: string; command?: string }[] = [];
    readonly saved = new Map<string, string>();
    readonly log: string[] = [];
    /** What was asked for by an input box, and what is typed there. */
    readonly asked: object[] = [];
    input: string | undefined;
    clipboard = '';
    saveTo: Uri | undefined;
    extension: { readonly packageJSON: unknown; activate(): Promise<unknown> } | undefined;
    /** Presses a button of a message. */
    answer: (message: ShownMessage) => string | undefined = () => undefined;
    readonly settingsEmitter = new EventEmitter<{ affectsConfiguration(section: string): boolean }>();
    readonly extensionsEmitter = new EventEmitter<void>();

    /** Everything as in a window that has just been opened; settings stay. */
    newWindow(): void {
        for (const list of [
            this.executed,
            this.messages,
            this.progress,
            this.panels,
            this.status,
            this.log,
            this.asked
        ]) {
            list.length = 0;
        }
        this.commands.clear();
        this.views.clear();
        this.settingsEmitter.dispose();
        this.extensionsEmitter.dispose();
        this.answer = () => undefined;
    }

    reset(): void {
        this.newWindow();
        this.settings.clear();
        this.saved.clear();
        this.extension = undefined;
        this.saveTo = undefined;
        this.input = undefined;
        const defaults = { url: 'http://localhost:8080', apiPath: 'tsp/api', enableSeparateBackendUrl: false };
        for (const [name, defaultValue] of Object.entries(defaults)) {
            this.settings.set(`trace-compass.traceserver.${name}`, { defaultValue });
        }
    }

    setting(name: string): unknown {
        const { defaultValue, globalValue, workspaceValue } = this.settings.get(name) ?? {};
        return workspaceValue ?? globalValue ?? defaultValue;
    }

    set(name: string, layer: keyof SettingLayers, value: unknown): void {
        const layers = { ...this.settings.get(name), [layer]: value };
        this.settings.set(name, layers);
        this.settingsEmitter.fire({
            affectsConfiguration: section => name === section || name.startsWith(`${section}.`)
        });
    }

    show(kind: ShownMessage['kind'], text: string, actions: readonly string[]): Promise<string | undefined> {
        const message = { kind, text, actions };
        this.messages.push(message);
        return Promise.resolve(this.answer(message));
    }
}

export const fakeHost = new FakeHost();

export const commands = {
    registerCommand(id: string, action: (...args: never[]) => unknown): Disposable {
        if (fakeHost.commands.has(id)) {
            throw new Error(`command '${id}' already exists`);
        }
        fakeHost.commands.set(id, action);
        return new Disposable(() => fakeHost.commands.delete(id));
    },
    async executeCommand(id: string, ...args: unknown[]): Promise<unknown> {
        fakeHost.executed.push([id, ...args]);
        // Arguments and answers between plugins and the workbench go over a wire.
        const overWire = JSON.parse(JSON.stringify(args)) as never[];
        return fakeHost.commands.get(id)?.(...(id.startsWith('tmll.workbench.') ? overWire : (args as never[])));
    },
    getCommands: async () => [...fakeHost.commands.keys()]
};

export const workspace = {
    workspaceFolders: undefined,
    onDidChangeConfiguration: fakeHost.settingsEmitter.event,
    fs: { writeFile: async (uri: Uri, data: Uint8Array) => fakeHost.saved.set(uri.path, Buffer.from(data).toString()) },
    getConfiguration: (section: string) => ({
        get: (name: string, otherwise?: unknown) => fakeHost.setting(`${section}.${name}`) ?? otherwise,
        inspect: (name: string) => fakeHost.settings.get(`${section}.${name}`),
        update: async (name: string, value: unknown, target: number) =>
            fakeHost.set(`${section}.${name}`, target === 1 ? 'globalValue' : 'workspaceValue', value)
    })
};

const logTo = (level: string) => (text: string) => void fakeHost.log.push(`${level}: ${text}`);

export const window = {
    createOutputChannel: () => ({
        info: logTo('info'),
        warn: logTo('warn'),
        error: logTo('error'),
        show: () => fakeHost.log.push('shown'),
        dispose: () => undefined
    }),
    createStatusBarItem: () => {
        const item = { text: '', show: () => undefined, dispose: () => undefined };
        fakeHost.status.push(item);
        return item;
    },
    createTreeView: (id: string, options: { treeDataProvider: unknown }) => {
        const view = { ...options, selection: [], dispose: () => undefined };
        fakeHost.views.set(id, view);
        return view;
    },
    createWebviewPanel: (viewType: string, title: string, _column: unknown, options: unknown) => {
        const panel = new WebviewPanel(viewType, title, options);
        fakeHost.panels.push(panel);
        return panel;
    },
    showInformationMessage: (text: string, ...actions: string[]) => fakeHost.show('info', text, actions),
    showWarningMessage: (text: string, ...actions: string[]) => fakeHost.show('warning', text, actions),
    showErrorMessage: (text: string, ...actions: string[]) => fakeHost.show('error', text, actions),
    showInputBox: async (options: object) => {
        fakeHost.asked.push(options);
        return fakeHost.input;
    },
    showSaveDialog: async () => fakeHost.saveTo,
    async withProgress(
        { title }: { title: string },
        work: (progress: unknown, token: unknown) => Promise<unknown>
    ): Promise<unknown> {
        const shown = new ShownProgress(title);
        fakeHost.progress.push(shown);
        const report = ({ message, increment = 0 }: { message?: string; increment?: number }): void => {
            shown.total += increment;
            if (message !== undefined) {
                shown.messages.push(message);
            }
        };
        return work({ report }, shown.token);
    }
};

export const env = {
    clipboard: { writeText: async (text: string) => void (fakeHost.clipboard = text) },
    asExternalUri: async (uri: Uri) => uri
};

export const extensions = {
    getExtension: () => fakeHost.extension,
    onDidChange: fakeHost.extensionsEmitter.event
};
