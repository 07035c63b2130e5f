/** What was expected, of whatever analysis: a switch of its own, for a band may hide what lies under it. */
export const EXPECTED = 'expected';
