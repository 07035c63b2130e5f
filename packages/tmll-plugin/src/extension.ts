import { join } from 'node:path';
import * as vscode from 'vscode';
import { CommonCommands, PlainCommands } from './commands';
import { Companion, HostSide } from './companion';
import { messageOf } from './message-of';
import { PlainSide } from './plain/plain-side';
import { register } from './plain/register';
import { isWorkbench, WorkbenchSide } from './workbench/workbench-side';

let companion: Companion | undefined;

/** Called by the host when it has started. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
    const log = vscode.window.createOutputChannel('TMLL', { log: true });
    context.subscriptions.push(
        log,
        vscode.commands.registerCommand(CommonCommands.showLog, () => log.show())
    );
    const side = await chooseSide(context, log);
    const current = new Companion(context, side, log);
    companion = current;
    context.subscriptions.push(
        current,
        register(PlainCommands.connectViewer, () => current.reconnect())
    );
    await current.start();
}

/** Called by the host before it ends, which waits for it a little. */
export async function deactivate(): Promise<void> {
    await companion?.stop();
}

async function chooseSide(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Promise<HostSide> {
    if (await isWorkbench()) {
        const side = new WorkbenchSide(log);
        try {
            await side.connect();
        } catch (error) {
            void vscode.window.showErrorMessage(messageOf(error));
        }
        return side;
    }
    // The service is copied beside this file when the plugin is packaged.
    return new PlainSide(context, join(__dirname, 'tmll-service'), log);
}
