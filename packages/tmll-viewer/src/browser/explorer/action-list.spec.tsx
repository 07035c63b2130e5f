/** @jest-environment jsdom */
import '../test-support/jsdom-globals';
import * as React from '@theia/core/shared/react';
import { createRoot } from '@theia/core/shared/react-dom/client';
import { ActionItem, ActionList } from './action-list';

const done: string[] = [];

const item = (id: string, more: Partial<ActionItem> = {}): ActionItem => ({
    id,
    label: id,
    icon: 'pulse',
    run: () => done.push(`run ${id}`),
    ...more
});

function render(items: readonly ActionItem[]): HTMLElement {
    const host = document.createElement('div');
    document.body.append(host);
    React.act(() => createRoot(host).render(<ActionList label="Traces" items={items} />));
    return host;
}

function press(host: HTMLElement, key: string): void {
    const target = host.querySelector('[tabindex="0"]') as HTMLElement;
    React.act(
        () =>
            target.dispatchEvent(
                new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
            ) as unknown as void
    );
}

describe('ActionList', () => {
    beforeEach(() => done.splice(0));

    it('is gone through with the arrow keys and stops at its ends', () => {
        const host = render([item('a'), item('b'), item('c')]);
        const focused = (): string | undefined => (host.querySelector('[tabindex="0"]') as HTMLElement).dataset.itemId;
        expect(focused()).toBe('a');
        press(host, 'ArrowDown');
        press(host, 'ArrowDown');
        press(host, 'ArrowDown');
        expect(focused()).toBe('c');
        expect(document.activeElement).toBe(host.querySelector('[data-item-id=c]'));
        press(host, 'Home');
        expect(focused()).toBe('a');
    });

    it('does what a line is for at Enter, Space and a click', () => {
        const host = render([item('a'), item('b')]);
        press(host, 'Enter');
        press(host, 'ArrowDown');
        press(host, ' ');
        React.act(() => (host.querySelector('[data-item-id=a]') as HTMLElement).click());
        expect(done).toEqual(['run a', 'run b', 'run a']);
    });

    it('removes at Delete and by its button, without doing the other thing', () => {
        const remove = { label: 'Close', run: () => done.push('remove') };
        const host = render([item('a', { remove })]);
        press(host, 'Delete');
        React.act(() => (host.querySelector('button') as HTMLElement).click());
        expect(done).toEqual(['remove', 'remove']);
    });

    it('says what is selected and what cannot be chosen', () => {
        const host = render([item('a', { selected: true }), item('b', { disabled: true })]);
        const states = [...host.querySelectorAll('[role=option]')].map(line => [
            line.getAttribute('aria-selected'),
            line.getAttribute('aria-disabled')
        ]);
        expect(states).toEqual([
            ['true', null],
            ['false', 'true']
        ]);
        React.act(() => (host.querySelector('[data-item-id=b]') as HTMLElement).click());
        expect(done).toEqual([]);
    });
});
