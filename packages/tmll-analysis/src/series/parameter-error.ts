/** A parameter is wrong. The message is one sentence for the user: which one, why, and what would be right. */
export class ParameterError extends Error {
    override readonly name = 'ParameterError';
}
