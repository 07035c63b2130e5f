import * as vscode from 'vscode';
import { PROTOCOL_VERSION, requestService, ServiceHealth, ServiceLock, ServiceRefusal } from 'tmll-service/protocol';

const ANSWER_LIMIT_MS = 5_000;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const NOT_AUTHORIZED = 401;

/**
 * A service at an address that the user has set: as a rule one of another machine, near the traces, whose port is forwarded to this
 * one. Its token is asked for once and kept where the host keeps secrets.
 */
export class ChosenService {
    /** The address whose token the user did not give: who wants no question gets none again and again. */
    private declined: string | undefined;

    constructor(private readonly secrets: vscode.SecretStorage) {}

    /** The user may be asked again. */
    reset(): void {
        this.declined = undefined;
    }

    /** @throws Error with one sentence: the address makes no sense, nobody answers there, or the token is missing or wrong */
    async obtain(url: string): Promise<ServiceLock> {
        const port = portOf(url);
        const key = `tmll.token:${port}`;
        const known = await this.secrets.get(key);
        if (known !== undefined && (await accepts(port, known))) {
            return lockOf(port, known);
        }
        if (known === undefined) {
            // Whether anybody is there at all: a token for nobody is not asked for.
            await accepts(port, '');
        }
        const token = await this.ask(url);
        if (!(await accepts(port, token))) {
            throw new Error(`The service at ${url} does not take this token; it stands in its service.json.`);
        }
        await this.secrets.store(key, token);
        return lockOf(port, token);
    }

    private async ask(url: string): Promise<string> {
        const token =
            this.declined === url
                ? undefined
                : await vscode.window.showInputBox({
                      title: `TMLL service at ${url}`,
                      prompt: 'Its token, as in service.json in the data folder of the user who runs it',
                      password: true,
                      ignoreFocusOut: true
                  });
        if (!token) {
            this.declined = url;
            throw new Error(
                `The service at ${url} wants its token; "TMLL: Restart Analysis Service" asks for it again.`
            );
        }
        return token.trim();
    }
}

function portOf(url: string): number {
    const { protocol, hostname, port } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '', port: '' };
    if (protocol !== 'http:' || !LOOPBACK.includes(hostname) || port === '') {
        throw new Error(
            `"tmll.serviceUrl" must be http://localhost:PORT, not "${url}": forward the port of a service on another machine to this one.`
        );
    }
    return Number(port);
}

function lockOf(port: number, token: string): ServiceLock {
    return { protocolVersion: PROTOCOL_VERSION, pid: 0, port, token };
}

/** @throws Error with one sentence when nobody answers, or in another version of the protocol */
async function accepts(port: number, token: string): Promise<boolean> {
    try {
        const request = { method: 'GET', path: '/health', timeoutMs: ANSWER_LIMIT_MS } as const;
        const { protocolVersion, version } = await requestService<ServiceHealth>({ port, token }, request);
        if (protocolVersion !== PROTOCOL_VERSION) {
            throw new Error(`The service at port ${port} is of another version (${version}): update the older one.`);
        }
        return true;
    } catch (error) {
        if (error instanceof ServiceRefusal && error.status === NOT_AUTHORIZED) {
            return false;
        }
        throw error;
    }
}
