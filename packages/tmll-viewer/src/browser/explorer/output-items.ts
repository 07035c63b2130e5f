import { nls } from '@theia/core/lib/common/nls';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { ActionItem } from './action-list';

export interface OutputItemsInput {
    readonly outputs: readonly OutputDescriptor[];
    /** What the user types to find one; in name or description, upper or lower case, all words. */
    readonly search: string;
    /** Ids of those that have a pane. */
    readonly open: readonly string[];
    /** Ids of the kinds whose lines are hidden; a search looks into them too. */
    readonly closed: ReadonlySet<string>;
    canDraw(output: OutputDescriptor): boolean;
    toggle(output: OutputDescriptor): void;
    toggleKind(kind: string): void;
}

/** What outputs are, by their type in TSP, in the order in which they are listed. */
const KINDS: readonly string[] = [
    'TREE_TIME_XY',
    'TIME_GRAPH',
    'GANTT_CHART',
    'TREE_GENERIC_XY',
    'TABLE',
    'DATA_TREE',
    'OTHER'
];

const ICONS: Readonly<Record<string, string>> = {
    TREE_TIME_XY: 'graph-line',
    TIME_GRAPH: 'list-tree',
    GANTT_CHART: 'flame',
    TREE_GENERIC_XY: 'graph',
    TABLE: 'table',
    DATA_TREE: 'symbol-numeric',
    NONE: 'folder'
};

/** The outputs that match a search as lines of a list, by kind; those derived from another one stand below it. */
export function outputItems(input: OutputItemsInput): ActionItem[] {
    const words = input.search.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = ({ name, description }: OutputDescriptor): boolean =>
        words.every(word => `${name} ${description}`.toLowerCase().includes(word));
    const lines = nested(input.outputs).filter(({ output }) => matches(output));
    return KINDS.flatMap(kind => {
        const ofKind = lines.filter(line => line.kind === kind);
        if (ofKind.length === 0) {
            return [];
        }
        const expanded = words.length > 0 || !input.closed.has(kind);
        const heading: ActionItem = {
            id: `kind:${kind}`,
            label: kindLabel(kind),
            description: String(ofKind.length),
            icon: expanded ? 'chevron-down' : 'chevron-right',
            expanded,
            run: () => input.toggleKind(kind)
        };
        return [heading, ...(expanded ? ofKind.map(line => outputItem(line, input)) : [])];
    });
}

function outputItem({ output, depth }: NestedOutput, { open, canDraw, toggle }: OutputItemsInput): ActionItem {
    const drawable = canDraw(output);
    const isOpen = open.includes(output.id);
    return {
        id: output.id,
        label: output.name,
        description: drawable ? output.description : undrawable(output),
        title: [output.name, output.description].filter(Boolean).join('\n'),
        icon: isOpen ? 'check' : drawable || output.type === 'NONE' ? (ICONS[output.type] ?? 'graph') : 'circle-slash',
        depth,
        selected: isOpen,
        disabled: !drawable && !isOpen,
        run: () => toggle(output)
    };
}

interface NestedOutput {
    readonly output: OutputDescriptor;
    readonly depth: number;
    /** That of the topmost output above it. */
    readonly kind: string;
}

/** By name, each followed by those derived from it. */
function nested(outputs: readonly OutputDescriptor[]): NestedOutput[] {
    const ids = new Set(outputs.map(({ id }) => id));
    const byName = [...outputs].sort((first, second) => first.name.localeCompare(second.name));
    const below = (parentId: string | undefined, depth: number, above?: string): NestedOutput[] =>
        byName
            .filter(output => parentOf(output, ids) === parentId)
            .flatMap(output => {
                const kind = above ?? (KINDS.includes(output.type) ? output.type : 'OTHER');
                return [{ output, depth, kind }, ...below(output.id, depth + 1, kind)];
            });
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

function kindLabel(kind: string): string {
    switch (kind) {
        case 'TREE_TIME_XY':
            return nls.localize('tmll/viewer/kind/xy', 'Charts over time');
        case 'TIME_GRAPH':
            return nls.localize('tmll/viewer/kind/timeGraph', 'States over time');
        case 'GANTT_CHART':
            return nls.localize('tmll/viewer/kind/gantt', 'Flame graphs');
        case 'TREE_GENERIC_XY':
            return nls.localize('tmll/viewer/kind/genericXy', 'Distributions');
        case 'TABLE':
            return nls.localize('tmll/viewer/kind/table', 'Tables');
        case 'DATA_TREE':
            return nls.localize('tmll/viewer/kind/dataTree', 'Statistics');
        default:
            return nls.localize('tmll/viewer/kind/other', 'Others');
    }
}
