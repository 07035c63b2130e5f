import * as vscode from 'vscode';

const KEY = 'tmll.knownFindings';
/** So many are remembered, the last ones. */
const MOST = 5_000;

/** Which findings the user has called known; kept over restarts, by keys that stay when a finding is found again. */
export class KnownFindings {
    private readonly changeEmitter = new vscode.EventEmitter<void>();
    readonly onDidChange = this.changeEmitter.event;

    constructor(private readonly memory: vscode.Memento) {}

    has(key: string): boolean {
        return this.keys().includes(key);
    }

    async set(key: string, known: boolean): Promise<void> {
        const others = this.keys().filter(each => each !== key);
        await this.memory.update(KEY, known ? [...others, key].slice(-MOST) : others);
        this.changeEmitter.fire();
    }

    private keys(): readonly string[] {
        return this.memory.get<readonly string[]>(KEY, []);
    }
}
