import { nls } from '@theia/core/lib/common/nls';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { ActionItem } from './action-list';

export interface OutputItemsInput {
    readonly outputs: readonly OutputDescriptor[];
    /** What the user types to find one; in name or description, upper or lower case, all words. */
    readonly search: string;
    /** Ids of those that have a pane. */
    readonly open: readonly string[];
    canDraw(output: OutputDescriptor): boolean;
    toggle(output: OutputDescriptor): void;
}

/** The outputs that match a search as lines of a list; those derived from another one stand below it. */
export function outputItems({ outputs, search, open, canDraw, toggle }: OutputItemsInput): ActionItem[] {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = ({ name, description }: OutputDescriptor): boolean =>
        words.every(word => `${name} ${description}`.toLowerCase().includes(word));
    return nested(outputs)
        .filter(({ output }) => matches(output))
        .map(({ output, depth }) => {
            const drawable = canDraw(output);
            const isOpen = open.includes(output.id);
            return {
                id: output.id,
                label: output.name,
                description: drawable ? output.description : undrawable(output),
                title: [output.name, output.description].filter(Boolean).join('\n'),
                icon: isOpen ? 'check' : iconOf(output, drawable),
                depth,
                selected: isOpen,
                disabled: !drawable && !isOpen,
                run: () => toggle(output)
            };
        });
}

interface NestedOutput {
    readonly output: OutputDescriptor;
    readonly depth: number;
}

/** By name, each followed by those derived from it. */
function nested(outputs: readonly OutputDescriptor[]): NestedOutput[] {
    const ids = new Set(outputs.map(({ id }) => id));
    const byName = [...outputs].sort((first, second) => first.name.localeCompare(second.name));
    const below = (parentId: string | undefined, depth: number): NestedOutput[] =>
        byName
            .filter(output => parentOf(output, ids) === parentId)
            .flatMap(output => [{ output, depth }, ...below(output.id, depth + 1)]);
    return below(undefined, 0);
}

function parentOf({ id, parentId }: OutputDescriptor, ids: ReadonlySet<string>): string | undefined {
    return parentId !== undefined && parentId !== id && ids.has(parentId) ? parentId : undefined;
}

function undrawable({ type, description }: OutputDescriptor): string {
    return type === 'NONE'
        ? description
        : nls.localize('tmll/viewer/notDrawable', 'Cannot be drawn yet. {0}', description);
}

function iconOf({ type }: OutputDescriptor, drawable: boolean): string {
    if (type === 'NONE') {
        return 'folder';
    }
    return !drawable ? 'circle-slash' : type === 'TABLE' ? 'table' : 'graph-line';
}
