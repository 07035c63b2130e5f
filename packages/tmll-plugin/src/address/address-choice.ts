import * as vscode from 'vscode';
import { settings } from '../service/service-settings';
import type { AddressLease } from './address-lease';
import type { ViewerSettings } from './viewer-settings';

/** What becomes of the address that the Trace Viewer has. */
export type AddressChoice =
    /** It goes to the gateway. */
    | 'replace'
    /** The same, and the gateway stands in front of the server that was there. */
    | 'inFront'
    | 'leave';

const ANSWERS_KEY = 'tmll.addressChoices';
const PROBE_LIMIT_MS = 1_500;

const IN_FRONT = 'Go Through TMLL';
const REPLACE = "Use TMLL's Trace Server";
const LEAVE = 'Leave It';

/**
 * Whether the Trace Viewer may be pointed at the gateway. An address that the user has chosen, or at which a trace server runs, is
 * only replaced when the user says so; the answer is remembered for that address.
 */
export class AddressConsent {
    constructor(
        private readonly memory: vscode.Memento,
        private readonly viewer: ViewerSettings,
        private readonly lease: AddressLease
    ) {}

    async ask(): Promise<AddressChoice> {
        const wish = settings().get<'ask' | 'always' | 'never'>('traceViewer.connect', 'ask');
        if (wish !== 'ask') {
            return wish === 'always' ? 'replace' : 'leave';
        }
        const address = this.viewer.traceServer;
        if (!(await this.isTheirs(address))) {
            return 'replace';
        }
        const known = this.answers()[address];
        return known ?? this.remember(address, await question(address));
    }

    /** What was answered is asked again. */
    async forget(): Promise<void> {
        await this.memory.update(ANSWERS_KEY, undefined);
    }

    private async isTheirs(address: string): Promise<boolean> {
        if (await this.lease.isOurs('url', this.viewer.effective('url'))) {
            return false;
        }
        return this.viewer.isExplicit || (await isTraceServer(address));
    }

    private answers(): Readonly<Record<string, AddressChoice>> {
        return this.memory.get(ANSWERS_KEY, {});
    }

    private async remember(address: string, choice: AddressChoice): Promise<AddressChoice> {
        // Going through TMLL is kept by the settings that it makes.
        await this.memory.update(ANSWERS_KEY, { ...this.answers(), [address]: choice });
        return choice;
    }
}

async function question(address: string): Promise<AddressChoice> {
    const text =
        `The Trace Viewer uses the trace server at ${address}. ` +
        'To show what TMLL finds on its charts, it has to ask TMLL, which passes everything on to a trace server. ' +
        'Your setting is restored when the window is closed.';
    switch (await vscode.window.showInformationMessage(text, IN_FRONT, REPLACE, LEAVE)) {
        case IN_FRONT:
            return 'inFront';
        case REPLACE:
            return 'replace';
        default:
            return 'leave';
    }
}

async function isTraceServer(address: string): Promise<boolean> {
    try {
        const response = await fetch(`${address}/health`, { signal: AbortSignal.timeout(PROBE_LIMIT_MS) });
        return response.ok && ((await response.json()) as { status?: unknown } | null)?.status === 'UP';
    } catch {
        // Nobody is there.
        return false;
    }
}
