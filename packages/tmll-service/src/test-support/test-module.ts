import { setTimeout as pause } from 'node:timers/promises';
import { AnalysisContext, AnalysisModule } from 'tmll-analysis';
import { AnalysisResult } from 'tmll-analysis/algorithms';

/** An analysis that does what its parameter `behaviour` says, for tests of what runs analyses. */
export const testModule: AnalysisModule = {
    id: 'test',
    name: 'Test',
    description: 'Behaves well or badly.',
    version: 1,
    schema: {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: 'test',
        title: 'Test',
        description: 'Behaves well or badly.',
        type: 'object',
        properties: {
            behaviour: { type: 'string', title: 'Behaviour', description: 'What it does.', default: 'succeed' },
            number: { type: 'integer', title: 'Number', description: 'Makes requests differ.', default: 0 }
        },
        additionalProperties: false
    },
    async run(context) {
        context.progress({ fraction: 0.5, message: 'half-way' });
        await behave(String(context.request.parameters.behaviour), context.signal);
        return emptyResult(context);
    }
};

async function behave(behaviour: string, signal: AbortSignal): Promise<void> {
    switch (behaviour) {
        case 'wait':
            await pause(60_000, undefined, { signal });
            return;
        case 'fail':
            throw new TypeError('x is not a function');
        case 'crash':
            process.exit(9);
    }
}

function emptyResult({ experiment, request }: AnalysisContext): AnalysisResult {
    return {
        provenance: {
            module: 'test',
            moduleVersion: 1,
            experimentId: experiment.uuid,
            experimentName: experiment.name,
            parameters: request.parameters,
            range: request.range ?? experiment.range,
            series: [],
            points: 0,
            method: 'none',
            methodReason: 'It is a test.',
            warnings: [],
            durationMs: 0,
            command: 'tmll test'
        },
        findings: [],
        data: { threadStays: true }
    };
}
