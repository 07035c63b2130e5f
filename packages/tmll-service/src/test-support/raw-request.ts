import { once } from 'node:events';
import { IncomingMessage, request, RequestOptions } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface RawAnswer {
    readonly status: number;
    readonly headers: IncomingMessage['headers'];
    readonly body: Buffer;
}

/** A request with any headers, `Host` and `Origin` among them, which `fetch` does not allow. */
export async function rawRequest(
    url: string,
    options: RequestOptions = {},
    body?: string | Buffer
): Promise<RawAnswer> {
    const sent = request(url, options);
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) };
}
