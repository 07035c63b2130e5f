import * as vscode from 'vscode';

const KEY = 'tmll.told';

/** Tells a thing once, also over restarts: whoever has read it needs no reminder. */
export class MessagesOnce {
    constructor(private readonly memory: vscode.Memento) {}

    /**
     * @param actions what the buttons do, by their labels
     */
    async tell(text: string, actions: Readonly<Record<string, () => unknown>> = {}): Promise<void> {
        const told = this.memory.get<readonly string[]>(KEY, []);
        if (told.includes(text)) {
            return;
        }
        await this.memory.update(KEY, [...told, text]);
        const chosen = await vscode.window.showWarningMessage(text, ...Object.keys(actions));
        if (chosen !== undefined) {
            await actions[chosen]();
        }
    }

    /** It has changed: should it come back, it is news. */
    async forget(text: string): Promise<void> {
        const told = this.memory.get<readonly string[]>(KEY, []);
        if (told.includes(text)) {
            await this.memory.update(
                KEY,
                told.filter(each => each !== text)
            );
        }
    }
}
