import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { ANALYSIS_MODULES, AnalysisModule, Experiment } from 'tmll-analysis';
import { reportFindings, ReportPart, toWire, TraceReport, traceReportDocuments } from 'tmll-analysis/algorithms';
import { renderHtml } from 'tmll-analysis/rendering';
import { messageOf } from '../../service/errors';
import { analyse } from '../analysis';
import { CliContext } from '../context';
import { EXIT, UsageError } from '../exit-status';
import { findingTable } from '../finding-table';
import { withExperiment } from '../open-experiment';
import { collect, parseSeverity } from '../option-values';
import { traceCommand, TraceOptions } from '../trace-options';

interface ReportOptions extends TraceOptions {
    readonly out: string;
    readonly module?: string[];
    readonly failOn?: number;
    readonly store: boolean;
}

const EXAMPLES = `
Examples:
  tmll report trace -o report.html
  tmll report trace -o report.html --fail-on 70 || echo "look at report.html"
  tmll report trace -o leaks.html --module leaks

The page needs nothing beside itself: charts are inside, for light and for dark, and nothing in it runs or is fetched.
`;

/** `tmll report`: all analyses that apply to a trace, as one page. */
export function addReport(program: Command, context: CliContext): void {
    traceCommand(program, 'report', 'run all analyses that apply, and write what they find as one HTML page')
        .requiredOption('-o, --out <FILE.html>', 'file to write; one that is there is replaced')
        .option('--module <M>', `only this analysis; may be given several times: ${standalone().join(', ')}`, collect)
        .option(
            '--fail-on <SEVERITY>',
            'exit status 1 when a finding is at least that severe (0 to 100)',
            parseSeverity
        )
        .option('--no-store', 'compute anew, and keep nothing for the next time')
        .addHelpText('after', EXAMPLES)
        .action((paths: string[], options: ReportOptions) => {
            const modules = chosenModules(options.module);
            return withExperiment(paths, options.server, context, async (experiment, baseUrl) => {
                const report = await analyseAll(modules, experiment, baseUrl, options, context);
                await writePage(report, options.out);
                await tell(report, options, context);
            });
        });
}

function standalone(): string[] {
    return ANALYSIS_MODULES.filter(module => module.standalone !== false).map(({ id }) => id);
}

function chosenModules(ids: readonly string[] = standalone()): AnalysisModule[] {
    const unknown = ids.find(id => !standalone().includes(id));
    if (unknown !== undefined) {
        throw new UsageError(`There is no analysis "${unknown}" for reports; there are: ${standalone().join(', ')}.`);
    }
    return ANALYSIS_MODULES.filter(({ id }) => ids.includes(id));
}

/** One analysis after the other; one that fails or finds nothing of its kind is told in the report, and the others go on. */
async function analyseAll(
    modules: readonly AnalysisModule[],
    experiment: Experiment,
    baseUrl: string,
    { store: useStore }: ReportOptions,
    context: CliContext
): Promise<TraceReport> {
    const parts: ReportPart[] = [];
    for (const module of modules) {
        const request = { module: module.id, experimentId: experiment.uuid, parameters: {} };
        const part = { moduleId: module.id, moduleName: module.name };
        try {
            const result = await analyse({ module, experiment, baseUrl, request, useStore }, context);
            parts.push({ ...part, result });
        } catch (error) {
            context.signal.throwIfAborted();
            parts.push({ ...part, absence: messageOf(error) });
            if ((error as Error).name !== 'SelectionError') {
                context.say(`${module.name} failed: ${messageOf(error)}`);
                context.exitStatus = EXIT.failed;
            }
        }
    }
    const { name, range, eventCount } = experiment;
    return { traceName: name, range, eventCount, parts };
}

async function writePage(report: TraceReport, path: string): Promise<void> {
    const page = renderHtml(`${report.traceName}: what TMLL found`, traceReportDocuments(report));
    try {
        await writeFile(path, page);
    } catch (error) {
        throw new UsageError(`The report cannot be written (${messageOf(error)}); name another file by --out.`, {
            cause: error
        });
    }
}

async function tell(report: TraceReport, options: ReportOptions, context: CliContext): Promise<void> {
    const findings = reportFindings(report);
    if (options.json) {
        const parts = report.parts.map(({ moduleId, result, absence }) => ({
            module: moduleId,
            absence,
            provenance: result && toWire(result.provenance),
            findings: result && toWire(result.findings)
        }));
        await context.out.write(`${JSON.stringify({ file: options.out, parts })}\n`);
    } else {
        const analysed = report.parts.filter(({ result }) => result !== undefined).length;
        await context.out.write(
            `${report.traceName}: ${analysed} analyses, ${findings.length} findings, in ${options.out}\n${findingTable(findings)}`
        );
    }
    if (options.failOn !== undefined && findings.some(({ severity }) => severity >= (options.failOn ?? 0))) {
        context.exitStatus = EXIT.findings;
    }
}
