/** Loopback as numbers: nothing can stand in front of them as a name can of `localhost`. */
const LOOPBACK_ADDRESS = /^(127(\.\d{1,3}){3}|\[::1\])(?=:|$)/;

/**
 * The host that webviews of a page get subdomains of. Names below `localhost` are loopback in every browser (RFC 6761), names
 * below an address do not exist.
 * @param host of the page, with its port
 */
export function webviewHost(host: string): string {
    return host.replace(LOOPBACK_ADDRESS, 'localhost');
}
