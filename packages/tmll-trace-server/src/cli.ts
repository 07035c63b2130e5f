#!/usr/bin/env node
import { runCommandLine } from './server/command-line';

const output = {
    out: (text: string) => void process.stdout.write(text),
    error: (text: string) => void process.stderr.write(text)
};

void runCommandLine(process.argv.slice(2), output).then(result => {
    if (typeof result === 'number') {
        process.exitCode = result;
        return;
    }
    const stop = (): void => void result.close();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
});
