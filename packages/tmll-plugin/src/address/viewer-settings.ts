import * as vscode from 'vscode';

export type SettingValue = string | boolean;
export type SettingTarget = 'user' | 'workspace';

const SECTION = 'trace-compass.traceserver';

/** The settings that say where the Trace Viewer finds its trace server. */
export class ViewerSettings {
    /** Where they must be written to have an effect: a workspace that has an address of its own hides the user's. */
    get target(): SettingTarget {
        return this.section().inspect('url')?.workspaceValue === undefined ? 'user' : 'workspace';
    }

    /** What the Trace Viewer goes by. */
    effective(name: string): SettingValue | undefined {
        return this.section().get<SettingValue>(name);
    }

    /** What is written in the settings, undefined when the default holds. */
    own(name: string, target: SettingTarget): SettingValue | undefined {
        const values = this.section().inspect<SettingValue>(name);
        return target === 'user' ? values?.globalValue : values?.workspaceValue;
    }

    /** Whether the user has said where the trace server is. */
    get isExplicit(): boolean {
        const values = this.section().inspect<string>('url');
        const own = values?.workspaceValue ?? values?.globalValue;
        return own !== undefined && own !== values?.defaultValue;
    }

    /** Address of the trace server, with the path of the protocol. */
    get traceServer(): string {
        const url = String(this.effective('url') || 'http://localhost:8080').replace(/\/$/, '');
        return `${url}/${String(this.effective('apiPath') || 'tsp/api').replace(/^\//, '')}`;
    }

    /** Whether the Trace Viewer, its webviews and its other half, ask the server at an address. */
    asks(address: string): boolean {
        return (
            canonical(this.traceServer) === canonical(address) && this.effective('enableSeparateBackendUrl') !== true
        );
    }

    async set(name: string, target: SettingTarget, value: SettingValue | undefined): Promise<void> {
        const { Global, Workspace } = vscode.ConfigurationTarget;
        await this.section().update(name, value, target === 'user' ? Global : Workspace);
    }

    private section(): vscode.WorkspaceConfiguration {
        return vscode.workspace.getConfiguration(SECTION);
    }
}

/** The loopback interface has several names. */
function canonical(address: string): string {
    return URL.canParse(address) ? new URL(address).href.replace('//localhost:', '//127.0.0.1:') : address;
}
