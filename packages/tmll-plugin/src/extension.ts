import * as vscode from 'vscode';
import { findingItems } from './finding-items';
import { ServiceConnection } from './service-connection';

/** Called by the host when the extension is first used. */
export function activate(context: vscode.ExtensionContext): void {
    context.subscriptions.push(vscode.commands.registerCommand('tmll.showFindings', showFindings));
}

/** Offers all findings of the running service; the chosen one's sentence and time go to the clipboard. */
async function showFindings(): Promise<void> {
    try {
        const service = await ServiceConnection.find();
        const summaries = await service.results();
        const results = await Promise.all(summaries.map(summary => service.result(summary.id)));
        const items = findingItems(results);
        if (items.length === 0) {
            await vscode.window.showInformationMessage('TMLL has found nothing yet: run an analysis first.');
            return;
        }
        const chosen = await vscode.window.showQuickPick(items, {
            title: 'TMLL findings',
            placeHolder: 'The worst come first; choose one to copy it',
            matchOnDescription: true,
            matchOnDetail: true
        });
        if (chosen) {
            await vscode.env.clipboard.writeText(`${chosen.detail}\n${chosen.description}`);
        }
    } catch (error) {
        await vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
}
