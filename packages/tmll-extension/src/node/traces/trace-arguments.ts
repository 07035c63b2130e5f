import { delimiter, resolve } from 'path';
import { injectable } from '@theia/core/shared/inversify';
import { CliContribution } from '@theia/core/lib/node';
import type { Arguments, Argv } from '@theia/core/shared/yargs';

/** The traces named at the start: `--trace PATH`, as often as wanted, and `TMLL_TRACES` (separated as in `PATH`). */
@injectable()
export class TraceArguments implements CliContribution {
    protected named: readonly string[] = [];

    /** Absolute; those of the command line first, none twice. */
    get paths(): readonly string[] {
        const fromEnvironment = (process.env.TMLL_TRACES ?? '').split(delimiter).filter(path => path.length > 0);
        return [...new Set([...this.named, ...fromEnvironment].map(path => resolve(path)))];
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
        this.named = (args.trace as string[] | undefined) ?? [];
    }
}
