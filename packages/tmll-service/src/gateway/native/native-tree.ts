import { seriesPaths } from 'tmll-tsp';
import { JsonValue, writeJson } from 'tmll-trace-server';
import { JsonText } from '../json/json-text';
import { NativeOverlay } from './current-results';

/** So many overlays of a chart are shown at first: the worst. */
const SHOWN_AT_FIRST = 3;

interface NativeEntry {
    readonly id: number;
    readonly parentId?: number;
    readonly labels: readonly string[];
    readonly hasData?: boolean;
}

/**
 * The tree of a native chart with an entry for each overlay beside the one that it tells of, every byte of the server's own
 * entries as it was. Overlays of series that are not in the tree are left out. Undefined when there is nothing to add.
 */
export function addToTree(answer: Buffer, overlays: readonly NativeOverlay[]): Buffer | undefined {
    const json = new JsonText(answer);
    const span = json.find(['model', 'entries']);
    const entries = span && (JSON.parse(json.text(span)) as NativeEntry[] | null);
    if (!span || !entries || overlays.length === 0) {
        return undefined;
    }
    const paths = seriesPaths(overlays[0].on.path[0], entries);
    const byPath = new Map(entries.map(entry => [JSON.stringify(paths.get(entry.id)), entry]));
    const worst = [...overlays]
        .filter(({ mayBeDefault }) => mayBeDefault)
        .sort((a, b) => b.severity - a.severity)
        .slice(0, SHOWN_AT_FIRST);
    const added = overlays.flatMap(overlay => {
        const beside = byPath.get(JSON.stringify(overlay.on.path));
        return beside ? [writeJson(entryOf(overlay, beside, worst.includes(overlay)))] : [];
    });
    return added.length > 0 ? json.replace([json.append(span, added)]) : undefined;
}

function entryOf({ entryId, name }: NativeOverlay, beside: NativeEntry, isDefault: boolean): JsonValue {
    return {
        id: entryId,
        parentId: beside.parentId ?? -1,
        // One text a column, as the entry beside it has.
        labels: [name, ...beside.labels.slice(1).map(() => '')],
        hasData: true,
        isDefault,
        // By this our own client knows what is no data of the trace.
        metadata: { tmll: ['overlay'] }
    };
}
