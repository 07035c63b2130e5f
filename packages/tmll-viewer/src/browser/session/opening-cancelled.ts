/** The user does not want a trace any more, or has closed its tab while it was being opened: nothing to complain about. */
export class OpeningCancelled extends Error {
    override readonly name = 'OpeningCancelled';
}
