import { join } from 'node:path';
import * as vscode from 'vscode';
import { settings } from '../service/service-settings';
import { AddressConsent } from './address-choice';
import { AddressLease } from './address-lease';
import { ViewerSettings } from './viewer-settings';

/** Path of the protocol below the gateway. */
const API_PATH = 'tsp/api';

/** Points the Trace Viewer at the gateway, with the user's consent, and back. */
export class ViewerAddress {
    private readonly viewer = new ViewerSettings();
    private readonly lease: AddressLease;
    private readonly consent: AddressConsent;
    /** One after the other: each reads what the one before has written. */
    private last: Promise<unknown> = Promise.resolve();

    constructor({ globalStorageUri, globalState }: vscode.ExtensionContext) {
        this.lease = new AddressLease(join(globalStorageUri.fsPath, 'trace-viewer-address.json'), this.viewer);
        this.consent = new AddressConsent(globalState, this.viewer, this.lease);
    }

    /**
     * @returns whether the Trace Viewer asks the gateway now; the settings of the service have changed when it is to stand in front
     *   of another trace server
     */
    async point(gateway: string): Promise<boolean> {
        const { traceServer } = this.viewer;
        if (
            this.viewer.asks(`${gateway}/${API_PATH}`) &&
            !(await this.lease.isOurs('url', this.viewer.effective('url')))
        ) {
            return true;
        }
        // Not in turn: the user may take time to answer.
        const choice = await this.consent.ask();
        if (choice === 'leave') {
            return false;
        }
        if (choice === 'inFront') {
            await standInFront(traceServer);
        }
        await this.inTurn(() => this.lease.take({ url: gateway, apiPath: API_PATH, enableSeparateBackendUrl: false }));
        return true;
    }

    /** Gives the user's own settings back. */
    restore(): Promise<void> {
        return this.inTurn(() => this.lease.release());
    }

    /** Forgets what the user has answered. */
    forgetAnswers(): Promise<void> {
        return this.consent.forget();
    }

    private inTurn<T>(work: () => Promise<T>): Promise<T> {
        const next = this.last.then(work, work);
        this.last = next.catch(() => undefined);
        return next;
    }
}

/** The service stands in front of a trace server from now on. */
async function standInFront(traceServer: string): Promise<void> {
    const { Global } = vscode.ConfigurationTarget;
    await settings().update('traceServerUrl', traceServer, Global);
    await settings().update('traceServer', 'url', Global);
}
