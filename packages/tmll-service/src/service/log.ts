/** Takes one line for the people who run the service; where it goes is the host's matter. */
export type Log = (line: string) => void;

/** Writes lines to standard error, with the time before them. */
export const logToStandardError: Log = line => {
    process.stderr.write(`${new Date().toISOString()} ${line}\n`);
};
