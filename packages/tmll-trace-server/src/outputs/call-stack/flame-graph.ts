import type { GraphState, OutputDescriptor, OutputEntry, TimeGraphOutput } from '../output';
import type { CallNode } from './call-graph';
import type { CallSource, ThreadStack } from './call-stacks';
import { flameGraphStyle, flameGraphStyles } from './flame-styles';

const ROOT = 'trace';

/** A function at its place in a flame graph. */
interface Box {
    readonly start: number;
    readonly end: number;
    readonly label: string;
}

/** The calls of each thread, those from one place with one function side by side as long as they took together. */
export function flameGraph(
    { recorder, appliesTo }: CallSource,
    descriptor: Omit<OutputDescriptor, 'type'>
): TimeGraphOutput {
    return {
        kind: 'timeGraph',
        isDuration: true,
        descriptor: { ...descriptor, type: 'GANTT_CHART' },
        recorders: [recorder],
        appliesTo,
        styles: flameGraphStyles,
        tree(recording) {
            const entries = recording.of(recorder).processes.flatMap(({ label, threads }, index): OutputEntry[] => {
                const key = String(index);
                const ofThreads = threads.flatMap((thread, threadIndex) => entriesOf(thread, key, threadIndex));
                return [
                    { key, parent: ROOT, labels: [label], hasData: true, span: { start: 0, end: longest(ofThreads) } },
                    ...ofThreads
                ];
            });
            const root: OutputEntry = {
                key: ROOT,
                labels: [recording.name],
                hasData: true,
                span: { start: 0, end: longest(entries) }
            };
            return { headers: [], entries: [root, ...entries] };
        },
        states(recording, key, times) {
            const [processIndex, threadIndex, level] = key.split('/').map(Number);
            const thread = recording.of(recorder).processes.at(processIndex)?.threads.at(threadIndex);
            if (!thread || level === undefined) {
                return undefined;
            }
            const boxes = boxesOf(thread)[level] ?? [];
            return statesAt(boxes, durationOf(thread), times);
        }
    };
}

function entriesOf(thread: ThreadStack, processKey: string, threadIndex: number): OutputEntry[] {
    const key = `${processKey}/${threadIndex}`;
    const span = { start: 0, end: durationOf(thread) };
    return [
        { key, parent: processKey, labels: [thread.label], hasData: true, span },
        ...thread.levels.map((_, level) => ({
            key: `${key}/${level}`,
            parent: key,
            labels: [String(level)],
            hasData: true,
            span
        }))
    ];
}

/** Time that a thread spent in calls. */
function durationOf({ graph }: ThreadStack): number {
    return [...graph.root.children.values()].reduce((sum, { duration }) => sum + duration, 0);
}

function longest(entries: readonly OutputEntry[]): number {
    return entries.reduce((most, { span }) => Math.max(most, span?.end ?? 0), 0);
}

const cache = new WeakMap<ThreadStack, Box[][]>();

/** The boxes of a thread by level: what a function calls stands above it from its start on, the shortest first. */
function boxesOf(thread: ThreadStack): Box[][] {
    let levels = cache.get(thread);
    if (!levels) {
        levels = [];
        let rows: { readonly node: CallNode; readonly start: number }[] = [{ node: thread.graph.root, start: 0 }];
        while (rows.length > 0) {
            rows = rows.flatMap(({ node, start }) => {
                let next = start;
                return [...node.children.values()]
                    .sort((a, b) => a.duration - b.duration)
                    .map(child => {
                        const placed = { node: child, start: next };
                        next += child.duration;
                        return placed;
                    });
            });
            levels.push(rows.map(({ node, start }) => ({ start, end: start + node.duration, label: node.label })));
        }
        cache.set(thread, levels);
    }
    return levels;
}

/** The boxes, and gaps between them, that are at the asked times, each once. */
function statesAt(boxes: readonly Box[], total: number, times: Float64Array): GraphState[] {
    const states: GraphState[] = [];
    let next = 0;
    for (const time of times) {
        if (time < 0 || time >= total || time < (states.at(-1)?.end ?? 0)) {
            continue;
        }
        while (next < boxes.length && boxes[next].end <= time) {
            next++;
        }
        const box = boxes.at(next);
        if (box && box.start <= time) {
            states.push({ ...box, style: flameGraphStyle(box.label) });
        } else {
            states.push({ start: next > 0 ? boxes[next - 1].end : 0, end: box?.start ?? total });
        }
    }
    return states;
}
