import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { readTraceServerSettings, ServiceLock, traceServerArguments, userDataFolder } from 'tmll-service/protocol';
import { findRunningService } from './running-service';
import { startServiceProcess } from './service-process';

const READY_LIMIT_MS = 30_000;

/** The user's settings, as they are now. */
export function settings(): vscode.WorkspaceConfiguration {
    return vscode.workspace.getConfiguration('tmll');
}

/** Where the service keeps its lock file and its results. */
export function dataFolder(): string {
    return userDataFolder(process.platform, process.env, homedir());
}

/**
 * The service as the settings want it: one of this user that runs, or else a new one. One in front of a trace server of the user's
 * choice is always started, for nobody can tell what a running one stands in front of.
 * @param bundled the service that came with this plugin
 * @throws Error with one sentence
 */
export async function obtainService(bundled: string, logFile: string): Promise<ServiceLock> {
    const args = traceServerArguments(readTraceServerSettings(name => settings().get(name)));
    const script = settings().get('servicePath', '') || join(bundled, 'service.js');
    const start = (): Promise<ServiceLock> =>
        startServiceProcess({ script, args, logFile, readyLimitMs: READY_LIMIT_MS });
    if (args.length > 0) {
        return start();
    }
    const running = await findRunningService(dataFolder());
    if (running) {
        return running;
    }
    const started = await start();
    // Another window may have been faster: all take the one in the lock file, and those that nobody uses end.
    return (await findRunningService(dataFolder())) ?? started;
}
