/** @jest-environment jsdom */
import '../../test-support/jsdom-globals';
import * as React from '@theia/core/shared/react';
import { createRoot } from '@theia/core/shared/react-dom/client';
import { EntryPanel } from './entry-panel';
import { buildEntryTree, EntryNode, pathKey } from './entry-tree';

const nodes = buildEntryTree('Disk I/O', [
    { id: 1, labels: ['host'] },
    { id: 2, parentId: 1, labels: ['sda'] },
    { id: 3, parentId: 2, labels: ['read'], hasData: true },
    { id: 4, parentId: 2, labels: ['write'], hasData: true }
]);

interface Rendered {
    readonly host: HTMLElement;
    readonly toggled: string[];
    readonly set: string[];
    rows(): (string | null)[][];
    press(key: string): void;
}

function render(checked: number[] = [], marked: EntryNode[] = []): Rendered {
    const host = document.createElement('div');
    document.body.append(host);
    const toggled: string[] = [];
    const set: string[] = [];
    React.act(() =>
        createRoot(host).render(
            <EntryPanel
                label="Disk I/O"
                nodes={nodes}
                headers={[]}
                checked={new Set(checked)}
                colors={new Map(checked.map(id => [id, 'rgb(1, 2, 3)']))}
                marked={new Set(marked.map(node => pathKey(node.path)))}
                onToggle={node => toggled.push(node.labels[0])}
                onSetChecked={(changed, on) => set.push(`${on} ${changed.map(node => node.labels[0])}`)}
            />
        )
    );
    return {
        host,
        toggled,
        set,
        rows: () =>
            [...host.querySelectorAll('[role=treeitem]')].map(row => [
                row.textContent,
                row.getAttribute('aria-checked'),
                row.getAttribute('aria-expanded')
            ]),
        press: key => {
            const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
            React.act(() => void host.querySelector('[role=tree]')?.dispatchEvent(event));
        }
    };
}

function type(host: HTMLElement, text: string): void {
    const input = host.querySelector('input') as HTMLInputElement;
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    React.act(() => {
        setValue?.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
    });
}

describe('EntryPanel', () => {
    it('shows what is checked, in the colour of its curve', () => {
        const { host, rows } = render([3]);
        expect(rows()).toEqual([
            ['host', 'mixed', 'true'],
            ['sda', 'mixed', 'true'],
            ['read', 'true', null],
            ['write', 'false', null]
        ]);
        const boxes = [...host.querySelectorAll<HTMLElement>('.tmll-entry-box')].map(box => box.style.backgroundColor);
        expect(boxes).toEqual(['', '', 'rgb(1, 2, 3)', '']);
    });

    it('is used by keyboard alone', () => {
        const { rows, press, toggled } = render();
        press('ArrowDown');
        press('ArrowLeft');
        expect(rows().map(([name]) => name)).toEqual(['host', 'sda']);
        press(' ');
        press('ArrowRight');
        press('End');
        press('Enter');
        expect(toggled).toEqual(['sda', 'write']);
    });

    it('checks all or none of what the search has left', () => {
        const { host, rows, set } = render();
        type(host, 'WRI');
        expect(rows().map(([name]) => name)).toEqual(['host', 'sda', 'write']);
        const [all, none] = host.querySelectorAll('button');
        React.act(() => all.click());
        React.act(() => none.click());
        expect(set).toEqual(['true write', 'false write']);
        type(host, 'nothing');
        expect(host.textContent).toContain('No series matches');
    });

    it('marks the series that have overlays', () => {
        const write = nodes[0].children[0].children[1];
        const { host } = render([], [write]);
        const marked = [...host.querySelectorAll('.tmll-entry-mark')].map(mark => mark.parentElement?.textContent);
        expect(marked).toEqual(['write']);
    });
});
