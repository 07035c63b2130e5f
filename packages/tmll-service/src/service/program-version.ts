declare const TMLL_PROGRAM_VERSION: string | undefined;

/**
 * Version of the program: the package's version and a digest of all code that results depend on, so that no build ever
 * answers with results of another. The bundler puts it in; code run from its sources has none.
 */
export const PROGRAM_VERSION = typeof TMLL_PROGRAM_VERSION === 'string' ? TMLL_PROGRAM_VERSION : 'development';
