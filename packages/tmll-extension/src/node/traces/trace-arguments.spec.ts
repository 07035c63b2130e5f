import 'reflect-metadata';
import { resolve } from 'path';
import { Container } from '@theia/core/shared/inversify';
import { ILogger } from '@theia/core';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { TraceArguments } from './trace-arguments';

describe('TraceArguments', () => {
    let traces: TraceArguments;

    beforeEach(() => {
        delete process.env.TMLL_TRACES;
        const container = new Container();
        container.bind(ILogger).to(MockLogger);
        traces = container.resolve(TraceArguments);
    });

    afterAll(() => delete process.env.TMLL_TRACES);

    it('knows no trace when none is named', () => {
        traces.setArguments({ _: [], $0: '' });
        expect(traces.paths).toEqual([]);
    });

    it('takes those of the command line and of the environment, absolute and none twice', () => {
        process.env.TMLL_TRACES = JSON.stringify(['/b', '/a c']);
        traces.setArguments({ _: [], $0: '', trace: ['x', '/b'] });
        expect(traces.paths).toEqual([resolve('x'), '/b', '/a c']);
    });

    it.each(['/plain/path', '{"a":1}', '[1]'])('leaves out an environment it does not understand: %s', text => {
        process.env.TMLL_TRACES = text;
        expect(traces.paths).toEqual([]);
    });
});
