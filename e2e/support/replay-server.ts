import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from './application';

/** A request that a real Trace Compass was sent, and what it answered. */
interface Exchange {
    readonly method: string;
    readonly path: string;
    /** Names of the parameters in the body, sorted. */
    readonly parameters: string;
    readonly status: number;
    /** Body of the answer, digit for digit. */
    readonly answer: string;
}

const RECORDINGS = join(process.env.TMLL_SHARED ?? join(ROOT, '../shared'), 'recordings');
/** Where the workbench reaches the trace server at its own origin. */
const PROXY = '/tmll-tsp';

/** Whether what a Trace Compass server said of a trace is at hand. */
export function hasRecording(trace: string): boolean {
    return existsSync(join(RECORDINGS, trace));
}

/**
 * Answers what the viewer asks its trace server as a real Trace Compass did when it was recorded. It picks the first recorded
 * request with the same method, path and parameters; the values of parameters count for nothing, so a chart is the same at
 * every zoom.
 */
export class ReplayServer {
    private constructor(
        private readonly exchanges: readonly Exchange[],
        /** Path of the recorded trace, on the machine where it was recorded. */
        readonly trace: string
    ) {}

    static of(trace: string): ReplayServer {
        const folder = join(RECORDINGS, trace);
        const files = readdirSync(folder).filter(file => file.endsWith('.json'));
        const exchanges = files.sort().map(file => readExchange(join(folder, file)));
        const opened = exchanges.find(({ method, path }) => method === 'POST' && path === '/traces');
        return new ReplayServer(exchanges, JSON.parse(opened?.answer ?? '{}').path);
    }

    /** Takes the place of the trace server for a page. */
    async serve(page: Page): Promise<void> {
        await page.route(
            url => url.pathname.startsWith(PROXY),
            route => {
                const request = route.request();
                const path = decodeURIComponent(new URL(request.url()).pathname.slice(PROXY.length));
                const found = this.find(request.method(), path, request.postData() ?? '');
                return route.fulfill({
                    status: found?.status ?? 404,
                    contentType: 'application/json',
                    body: found?.answer ?? JSON.stringify({ title: 'This was not recorded', detail: path })
                });
            }
        );
    }

    private find(method: string, path: string, body: string): Exchange | undefined {
        if (path === '/health') {
            return { method, path, parameters: '', status: 200, answer: '{"status":"UP"}' };
        }
        const same = this.exchanges.filter(exchange => exchange.method === method && exchange.path === path);
        const parameters = parameterNames(body);
        const answered = same.filter(({ status }) => status < 400);
        return answered.find(exchange => exchange.parameters === parameters) ?? answered[0] ?? same[0];
    }
}

function readExchange(file: string): Exchange {
    // Of long lists the recorder has kept the beginning, and says so beside the answer.
    const text = readFileSync(file, 'utf8').replace(/,\s*"TRUNCATED_BY_RECORDER": true/, '');
    const { request, http_status: status } = JSON.parse(text);
    const key = '"response": ';
    return {
        method: request.method,
        path: decodeURIComponent(request.path),
        parameters: parameterNames(JSON.stringify(request.body)),
        status,
        answer: text.slice(text.indexOf(key) + key.length, text.lastIndexOf('}'))
    };
}

function parameterNames(body: string): string {
    const parsed = body === '' ? undefined : JSON.parse(body);
    return Object.keys(parsed?.parameters ?? {})
        .sort()
        .join(' ');
}
