const trusted = new Set<string>();

/**
 * Lets requests below a URL carry the cookies of the page, though it is of another origin than the page: Electron's windows come
 * from files, and prove to their backend by a cookie who they are. No other trace server is ever sent one.
 * @param baseUrl absolute; everything below it is meant
 */
export function sendCookiesTo(baseUrl: string): void {
    trusted.add(baseUrl.replace(/\/*$/, '/'));
}

/** How `fetch` treats cookies for a URL. */
export function credentialsFor(url: string): RequestCredentials {
    return [...trusted].some(base => `${url}/`.startsWith(base)) ? 'include' : 'same-origin';
}
