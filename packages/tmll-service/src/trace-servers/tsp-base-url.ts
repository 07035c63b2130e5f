/**
 * Base URL of a trace server's TSP from what a user gives: `/tsp/api` is added where no path is given.
 * @throws Error when it is not an `http:` URL
 */
export function tspBaseUrl(url: string): string {
    if (!URL.canParse(url) || new URL(url).protocol !== 'http:') {
        throw new Error(`"${url}" is no address of a trace server; give one such as http://localhost:8080/tsp/api.`);
    }
    const { origin, pathname } = new URL(url);
    const path = pathname.replace(/\/+$/, '');
    return origin + (path || '/tsp/api');
}
