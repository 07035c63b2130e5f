import { TestEntry, TestOutput, TspServer } from '../../test-support/tsp-server';
import { Experiment } from '../../trace/experiment';
import { TmllClient } from '../../trace/tmll-client';

export const START = 1448652394359148425n;
export const STEP = 10_000_000n;

/** A level of 100 that wobbles, and is 900 from step 200 to 204. */
export function load(ns: bigint): number {
    const step = Number((ns - START) / STEP);
    return step >= 200 && step < 205 ? 900 : 100 + ((step * 7) % 11);
}

export const LOAD: TestEntry = { id: 2, parentId: 1, labels: ['load'], unit: '%', value: load };

/** An output with series below one entry. */
export function output(id: string, ...entries: readonly TestEntry[]): TestOutput {
    return { id, name: id.toUpperCase(), entries: [{ id: 1, labels: ['host'], hasData: false }, ...entries] };
}

/** A trace server, anew for each test, of a trace of 400 steps. */
export function burstServer(): {
    server(): TspServer;
    /** Opens an experiment that has these outputs. */
    open(...outputs: readonly TestOutput[]): Promise<Experiment>;
} {
    let server: TspServer;
    beforeEach(async () => {
        server = await new TspServer().listen();
        server.end = START + 400n * STEP;
    });
    afterEach(() => server.close());
    return {
        server: () => server,
        open: (...outputs) => {
            server.outputs = outputs;
            return new TmllClient({ baseUrl: server.url }).createExperiment([
                { path: '/traces/my shop', name: 'shop' }
            ]);
        }
    };
}
