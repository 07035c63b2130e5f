import { HttpTspClient } from 'tsp-typescript-client/lib/protocol/http-tsp-client';
import { installTransport } from './transport';

/**
 * A client of a trace server; pass each of its answers through `unwrap`.
 * @param baseUrl where the server speaks TSP: `http://localhost:8080/tsp/api`
 * @throws TypeError when that is no URL
 */
export function createTspClient(baseUrl: string): HttpTspClient {
    installTransport();
    return new HttpTspClient(normalizeBaseUrl(baseUrl));
}

/** Checks a base URL and takes the slash off its end. */
export function normalizeBaseUrl(baseUrl: string): string {
    if (!URL.canParse(baseUrl)) {
        throw new TypeError(
            `${JSON.stringify(baseUrl)} is not the URL of a trace server, such as http://localhost:8080/tsp/api.`
        );
    }
    return baseUrl.replace(/\/+$/, '');
}
