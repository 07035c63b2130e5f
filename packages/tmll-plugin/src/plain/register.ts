import * as vscode from 'vscode';
import { messageOf } from '../message-of';

/** Registers a command that tells the user in one sentence why it could not be done. */
export function register<A extends unknown[]>(id: string, action: (...args: A) => unknown): vscode.Disposable {
    return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        try {
            await action(...(args as A));
        } catch (error) {
            await vscode.window.showErrorMessage(messageOf(error));
        }
    });
}
