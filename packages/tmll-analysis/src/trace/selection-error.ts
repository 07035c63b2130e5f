/** Nothing fits what was asked for. The message is one sentence for the user: what was asked, and what there is. */
export class SelectionError extends Error {
    override readonly name = 'SelectionError';
}
