import { InvalidArgumentError } from 'commander';

/** `--from 1795424298201926749`: ns since the epoch. */
export function parseNs(text: string): bigint {
    if (!/^-?\d+$/.test(text)) {
        throw new InvalidArgumentError('Write nanoseconds since the epoch, such as 1795424298201926749.');
    }
    return BigInt(text);
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

/** Options that may be given several times: `--output cpu --output disk`. */
export function collect(text: string, sofar: readonly string[] = []): string[] {
    return [...sofar, text];
}
