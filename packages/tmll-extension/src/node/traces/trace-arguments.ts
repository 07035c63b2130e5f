import { resolve } from 'path';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { ILogger } from '@theia/core';
import { CliContribution } from '@theia/core/lib/node';
import type { Arguments, Argv } from '@theia/core/shared/yargs';

/** The traces named at the start: `--trace PATH`, as often as wanted, and `TMLL_TRACES`, a JSON array of paths. */
@injectable()
export class TraceArguments implements CliContribution {
    @inject(ILogger)
    @named('tmll:traces')
    protected readonly logger: ILogger;

    protected fromCommandLine: readonly string[] = [];

    /** Absolute; those of the command line first, none twice. */
    get paths(): readonly string[] {
        return [...new Set([...this.fromCommandLine, ...this.fromEnvironment()].map(path => resolve(path)))];
    }

    configure(conf: Argv): void {
        conf.option('trace', {
            description: 'A trace folder or file to open; may be given several times.',
            type: 'string',
            array: true,
            nargs: 1
        });
    }

    setArguments(args: Arguments): void {
        this.fromCommandLine = (args.trace as string[] | undefined) ?? [];
    }

    protected fromEnvironment(): readonly string[] {
        const text = process.env.TMLL_TRACES;
        if (!text) {
            return [];
        }
        try {
            const paths: unknown = JSON.parse(text);
            if (Array.isArray(paths) && paths.every(path => typeof path === 'string')) {
                return paths;
            }
        } catch {
            // Not JSON: told below.
        }
        this.logger.error(`TMLL_TRACES is left out: it wants a JSON array of paths, not ${text}`);
        return [];
    }
}
