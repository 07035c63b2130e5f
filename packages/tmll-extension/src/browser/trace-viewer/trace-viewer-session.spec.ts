import 'reflect-metadata';
import type { RevealRequest } from 'tmll-service/protocol';
import type { OpenedExperiment } from 'tmll-viewer';
import type { TraceViewerLink } from './trace-viewer-link';
import { TraceViewerSession } from './trace-viewer-session';

const START = 1795424298201926749n;

describe('TraceViewerSession', () => {
    let asked: RevealRequest[];
    let session: TraceViewerSession;

    beforeEach(() => {
        asked = [];
        const reveal = async (request: RevealRequest): Promise<boolean> => asked.push(request) > 0;
        const experiment = { UUID: 'e', name: 'shop', start: START, end: START + 30_000_000_000n };
        session = new TraceViewerSession(
            { paths: [], experiment, outputs: [] } as unknown as OpenedExperiment,
            { reveal } as unknown as TraceViewerLink
        );
    });

    it('has the times of the Trace Viewer', () => {
        const at = (ns: bigint): string => String(START + ns);
        session.follow({
            id: 'e',
            name: 'shop',
            view: { startNs: at(1_000n), endNs: at(5_000n) },
            selection: { startNs: at(2_001n), endNs: at(3_003n) }
        });
        expect(session.time.view).toEqual({ start: 1_000, end: 5_000 });
        expect(session.time.selection).toEqual({ start: 2_001, end: 3_003 });
        session.follow({ id: 'e', name: 'shop' });
        expect([session.time.view, session.time.selection]).toEqual([{ start: 1_000, end: 5_000 }, undefined]);
    });

    it('reveals in the Trace Viewer, to the ns, on the chart that was asked for before, and keeps its own times', () => {
        const before = session.time.view;
        session.showSeries('cpu', ['cpu', 'total']);
        session.reveal({ start: 17_200_000_001, end: 17_600_000_003 });
        session.reveal({ start: 1, end: 1 });
        expect(asked).toEqual([
            {
                experimentId: 'e',
                startNs: '1795424315401926750',
                endNs: '1795424315801926752',
                outputId: 'cpu'
            },
            { experimentId: 'e', startNs: String(START + 1n), endNs: String(START + 1n), outputId: undefined }
        ]);
        expect([session.time.view, session.time.selection]).toEqual([before, undefined]);
    });
});
