import { InvalidArgumentError } from 'commander';
import { UsageError } from './exit-status';

/** `--from 1795424298201926749`: ns since the epoch. */
export function parseNs(text: string): bigint {
    if (!/^-?\d+$/.test(text)) {
        throw new InvalidArgumentError('Write nanoseconds since the epoch, such as 1795424298201926749.');
    }
    const ns = BigInt(text);
    if (!isTime(ns)) {
        throw new InvalidArgumentError('Times of traces have 64 bits; write one such as 1795424298201926749.');
    }
    return ns;
}

/** Whether it is a time that traces and trace servers can hold: a signed number of 64 bits. */
export function isTime(ns: bigint): boolean {
    return BigInt.asIntN(64, ns) === ns;
}

/** @throws UsageError when `--to` is before `--from` */
export function checkOrder({ from, to }: { readonly from?: bigint; readonly to?: bigint }): void {
    if (from !== undefined && to !== undefined && to < from) {
        throw new UsageError(`The range ends at ${to} ns, before it starts at ${from} ns; exchange --from and --to.`);
    }
}

/** `--limit 100`: a whole number from 0. */
export function parseCount(text: string): number {
    if (!/^\d{1,15}$/.test(text)) {
        throw new InvalidArgumentError('Write a whole number, such as 100.');
    }
    return Number(text);
}

/** `--port 8080`. */
export function parsePort(text: string): number {
    const port = parseCount(text);
    if (port > 65_535) {
        throw new InvalidArgumentError('A port is a number up to 65535.');
    }
    return port;
}

/** `--fail-on 70`: a severity from 0 to 100. */
export function parseSeverity(text: string): number {
    const severity = Number(text);
    if (text.trim() === '' || !(severity >= 0 && severity <= 100)) {
        throw new InvalidArgumentError('Write a severity from 0 to 100, such as 70.');
    }
    return severity;
}

/** Options that may be given several times: `--output cpu --output disk`. An empty one would mean everything. */
export function collect(text: string, sofar: readonly string[] = []): string[] {
    if (text.trim() === '') {
        throw new InvalidArgumentError('Write a text that is not empty, or leave out the option.');
    }
    return [...sofar, text];
}
