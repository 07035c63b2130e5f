export * from './algorithms';
export * from './client';
export * from './modules';
export * from './rendering';
