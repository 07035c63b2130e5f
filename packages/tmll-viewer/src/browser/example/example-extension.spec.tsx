/** @jest-environment jsdom */
import '../test-support/jsdom-globals';
import * as React from '@theia/core/shared/react';
import { createRoot } from '@theia/core/shared/react-dom/client';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { MessageService } from '@theia/core/lib/common/message-service';
import { Container } from '@theia/core/shared/inversify';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { ExplorerGroup } from '../explorer/explorer-group';
import { ExplorerGroupRegistry } from '../explorer/explorer-group-registry';
import { GroupsSection } from '../explorer/groups-section';
import { OverlayProvider } from '../overlay/overlay';
import { OverlayRegistry } from '../overlay/overlay-registry';
import { PaneAction } from '../pane-action/pane-action';
import { PaneActionButtons } from '../pane-action/pane-action-buttons';
import { PaneActionRegistry } from '../pane-action/pane-action-registry';
import { OutputRenderer } from '../renderer/output-renderer';
import { OutputRendererRegistry } from '../renderer/output-renderer-registry';
import { PaneExport } from '../export/pane-export';
import { TimeModelImpl } from '../session/time-model-impl';
import { TraceSession } from '../session/trace-session';
import exampleExtension, { CountSeriesAction, DEPLOYED_AT } from './example-extension';

const heartbeat: OutputDescriptor = {
    id: 'example.heartbeat.1',
    name: 'Heartbeat',
    description: '',
    type: 'SOMETHING_NEW'
};

/** The viewer's registries with nothing in them but the example. */
function create(): Container {
    const container = new Container();
    const { bind } = container;
    [OutputRenderer, OverlayProvider, ExplorerGroup, PaneAction].forEach(id =>
        bindContributionProvider(bind.bind(container), id)
    );
    [OutputRendererRegistry, OverlayRegistry, ExplorerGroupRegistry, PaneActionRegistry].forEach(registry =>
        container
            .bind(registry as never)
            .toSelf()
            .inSingletonScope()
    );
    container.bind(MessageService).toConstantValue({ error: jest.fn() } as unknown as MessageService);
    container.load(exampleExtension);
    return container;
}

function session(): TraceSession & { readonly revealed: unknown[] } {
    const revealed: unknown[] = [];
    return {
        experiment: { UUID: 'e', name: 'shop' },
        origin: DEPLOYED_AT - 1000n,
        time: new TimeModelImpl(1e9),
        outputs: [heartbeat],
        panes: [heartbeat.id],
        revealed,
        reveal: (window: unknown) => revealed.push(window)
    } as unknown as TraceSession & { readonly revealed: unknown[] };
}

function render(element: React.ReactElement): HTMLElement {
    const host = document.createElement('div');
    React.act(() => createRoot(host).render(element));
    return host;
}

describe('an extension', () => {
    it('draws outputs that the viewer does not know', () => {
        const renderer = create().get(OutputRendererRegistry).rendererFor(heartbeat);
        expect(renderer?.id).toBe('example.heartbeat');
        const offered: (PaneExport | undefined)[] = [];
        const { Component } = renderer as OutputRenderer;
        const host = render(
            <Component
                session={session()}
                output={heartbeat}
                hiddenOverlays={new Set()}
                savedState={undefined}
                saveState={() => undefined}
                offerExport={offer => offered.push(offer)}
            />
        );
        expect(host.textContent).toBe('Heartbeat of shop');
        expect(host.querySelector('[aria-label=Heartbeat]')).not.toBeNull();
        expect(offered[0]?.csv?.()).toBe('beat\r\n1\r\n');
    });

    it('marks something on every chart, which can be switched as a whole and by category', () => {
        const overlays = create().get(OverlayRegistry);
        const idsWithout = (hidden: string[]): string[] =>
            overlays.overlays({ experimentId: 'e', outputId: 'any' }, new Set(hidden)).map(({ id }) => id);
        expect(overlays.switches('e', 'any')).toEqual([
            { id: 'example.deployments', label: 'Deployments' },
            { id: 'example.deployments/production', label: 'Production', depth: 1 }
        ]);
        expect(idsWithout([])).toEqual(['deployments', 'threshold']);
        expect(idsWithout(['example.deployments/production'])).toEqual(['threshold']);
        expect(idsWithout(['example.deployments'])).toEqual([]);
    });

    it('lists something in the Traces view', () => {
        const shown = session();
        const host = render(<GroupsSection registry={create().get(ExplorerGroupRegistry)} session={shown} />);
        expect(host.querySelector('h4')?.textContent).toBe('Deployments');
        React.act(() => host.querySelector<HTMLElement>('[data-item-id="1.2.3"]')?.click());
        expect(shown.revealed).toEqual([{ start: 1000, end: 50_001_000 }]);
    });

    it('adds a button to panes for which it is visible', async () => {
        const container = create();
        const registry = container.get(PaneActionRegistry);
        const shown = session();
        const host = render(<PaneActionButtons registry={registry} session={shown} outputId="cpu" />);
        React.act(() => host.querySelector<HTMLElement>('[aria-label="Count series"]')?.click());
        await Promise.resolve();
        const [action] = container.getAll<CountSeriesAction>(PaneAction);
        expect(action.counted).toEqual([{ session: shown, outputId: 'cpu' }]);
        const hidden = render(<PaneActionButtons registry={registry} session={shown} outputId="example.hidden" />);
        expect(hidden.querySelector('button')).toBeNull();
    });

    it('has what goes wrong in an action told to the user', async () => {
        const container = create();
        const error = new Error('No such series');
        const failing: PaneAction = { id: 'f', label: 'Fail', run: () => Promise.reject(error) };
        container.get(PaneActionRegistry).run(failing, { session: session(), outputId: 'cpu' });
        await new Promise(done => setTimeout(done));
        expect(container.get<{ error: jest.Mock }>(MessageService).error).toHaveBeenCalledWith('No such series.');
    });
});
