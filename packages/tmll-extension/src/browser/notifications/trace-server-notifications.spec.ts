/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import 'reflect-metadata';
import { Container } from '@theia/core/shared/inversify';
import { MessageService } from '@theia/core';
import { TraceServerChange } from '../../common/tmll-server';
import { JobModel } from '../results/job-model';
import { TmllClientImpl } from '../service/tmll-client-impl';
import { TraceServerNotifications } from './trace-server-notifications';

const mockOpen = jest.fn();
jest.mock('@theia/core/lib/browser', () => ({
    ConfirmDialog: class {
        open = mockOpen;
    }
}));

const CHANGE: TraceServerChange = {
    traceServer: 'url',
    traceServerUrl: 'http://host:1',
    traceCompassPath: '',
    runningJobs: 0
};

describe('TraceServerNotifications', () => {
    let shown: string[];
    let cancelled: string[];

    const tell = async (change: TraceServerChange): Promise<void> => {
        const client = new TmllClientImpl();
        const container = new Container();
        container.bind(TmllClientImpl).toConstantValue(client);
        container.bind(MessageService).toConstantValue({
            info: (text: string) => shown.push(text)
        } as unknown as MessageService);
        container.bind(JobModel).toConstantValue({
            active: [{ id: 'a' }, { id: 'b' }],
            cancel: async (id: string) => cancelled.push(id)
        } as unknown as JobModel);
        container.resolve(TraceServerNotifications).onStart();
        client.notifyTraceServerChange(change);
        await new Promise(resolve => setTimeout(resolve));
    };

    beforeEach(() => {
        shown = [];
        cancelled = [];
        mockOpen.mockReset();
    });

    it('says with which trace server the service starts', async () => {
        await tell(CHANGE);
        expect(shown).toEqual([
            'The analysis service starts again with the trace server at http://host:1; open traces are opened again.'
        ]);
    });

    it.each([
        [true, ['a', 'b']],
        [undefined, []]
    ])('cancels what runs only when the user says so (%s)', async (answer, expected) => {
        jest.spyOn(document, 'hasFocus').mockReturnValue(true);
        mockOpen.mockResolvedValue(answer);
        await tell({ ...CHANGE, runningJobs: 2 });
        expect(mockOpen).toHaveBeenCalledTimes(1);
        expect(cancelled).toEqual(expected);
        expect(shown).toEqual([]);
    });

    it('asks in the window in use only; the others say what is waited for', async () => {
        jest.spyOn(document, 'hasFocus').mockReturnValue(false);
        await tell({ ...CHANGE, traceServer: 'traceCompass', runningJobs: 2 });
        expect(mockOpen).not.toHaveBeenCalled();
        expect(shown).toEqual([
            'The analysis service starts again with Trace Compass when the running analyses have ended.'
        ]);
    });
});
