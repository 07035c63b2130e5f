export * from './algorithms';
export * from './client';
export * from './modules';
export { savePlots } from './plot/save-plots';
export * from './rendering';
