import type * as vscode from 'vscode';
import { Uri } from './vscode';

/** What the host keeps of a plugin over restarts of a window. */
export class FakeMemory {
    private readonly values = new Map<string, string>();

    get<T>(key: string, otherwise?: T): T | undefined {
        const value = this.values.get(key);
        return value === undefined ? otherwise : (JSON.parse(value) as T);
    }

    async update(key: string, value: unknown): Promise<void> {
        if (value === undefined) {
            this.values.delete(key);
        } else {
            this.values.set(key, JSON.stringify(value));
        }
    }
}

/** What a host hands to a plugin in a new window. */
export function fakeContext(folder: string, memory = new FakeMemory()): vscode.ExtensionContext {
    return {
        subscriptions: [],
        globalState: memory,
        secrets: { get: async () => undefined, store: async () => undefined },
        globalStorageUri: Uri.file(`${folder}/storage`),
        logUri: Uri.file(`${folder}/log`)
    } as unknown as vscode.ExtensionContext;
}
