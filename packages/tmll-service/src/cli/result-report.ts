import { AnalysisResult, toWire } from 'tmll-analysis/algorithms';
import { CliContext } from './context';
import { EXIT } from './exit-status';

export interface ResultReport<D> {
    /** What the JSON document holds beside `provenance` and `findings`. */
    json(result: AnalysisResult<D>): object;
    text(result: AnalysisResult<D>): string;
    readonly asJson?: boolean;
    readonly failOn?: number;
}

/** Prints a result as one JSON document or for people, its warnings on standard error, and sets the exit status by `--fail-on`. */
export async function reportResult<D>(
    result: AnalysisResult<D>,
    { json, text, asJson, failOn }: ResultReport<D>,
    context: CliContext
): Promise<void> {
    const { provenance, findings } = result;
    await context.out.write(asJson ? `${JSON.stringify(toDocument())}\n` : text(result));
    provenance.warnings.forEach(warning => context.say(warning));
    if (failOn !== undefined && findings.some(({ severity }) => severity >= failOn)) {
        context.exitStatus = EXIT.findings;
    }

    function toDocument(): object {
        return { provenance: toWire(provenance), ...json(result), findings: toWire(findings) };
    }
}
