/** Whether an error is one of the operating system's or of Node's with this code, e.g. `ENOENT`. */
export function isErrorCode(error: unknown, ...codes: readonly string[]): boolean {
    return error instanceof Error && codes.includes((error as NodeJS.ErrnoException).code ?? '');
}
