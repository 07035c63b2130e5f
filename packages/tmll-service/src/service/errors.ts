/** Whether an error is one of the operating system's or of Node's with one of these codes, e.g. `ENOENT`. */
export function isErrorCode(error: unknown, ...codes: readonly string[]): boolean {
    const code = (error as { code?: unknown } | undefined)?.code;
    return typeof code === 'string' && codes.includes(code);
}

/** What an error says. */
export function messageOf(error: unknown): string {
    const message = (error as { message?: unknown } | undefined)?.message;
    return typeof message === 'string' ? message : String(error);
}
