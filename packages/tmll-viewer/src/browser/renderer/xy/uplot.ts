import * as imported from 'uplot';

/**
 * uPlot's class. Node takes its CommonJS build, which is the class itself; bundlers take the other one, where the class is the
 * default export.
 */
export const UPlot: typeof imported = (imported as unknown as { default?: typeof imported }).default ?? imported;
