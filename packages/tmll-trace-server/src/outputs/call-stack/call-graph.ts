/** Calls of a function from one place of the tree of calls, together. */
export interface CallNode {
    readonly label: string;
    /** How many calls were completed, and how many ns they took. */
    count: number;
    duration: number;
    readonly children: Map<string, CallNode>;
}

/** Places in the tree of calls of a thread; further ones count to the calls that they were made from. */
const MAX_NODES = 100_000;

/** The calls of a thread, those from one place with one function taken together. */
export class CallGraph {
    /** Stands for the thread; its children are the functions called first. */
    readonly root: CallNode = newNode('');
    private nodes = 0;

    /** The node of a function called from a place (undefined: from the thread itself). */
    child(parent: CallNode | undefined, label: string): CallNode {
        const { children } = parent ?? this.root;
        let node = children.get(label);
        if (!node) {
            node = newNode(label);
            if (this.nodes < MAX_NODES) {
                this.nodes++;
                children.set(label, node);
            }
        }
        return node;
    }

    /** Counts a completed call. */
    add(node: CallNode, duration: number): void {
        node.count++;
        node.duration += duration;
    }
}

function newNode(label: string): CallNode {
    return { label, count: 0, duration: 0, children: new Map() };
}
