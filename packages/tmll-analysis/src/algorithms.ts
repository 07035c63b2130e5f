/** Everything that needs no trace server: no I/O, runs in a browser. */
export * from './anomaly';
export * from './change-point';
export * from './clustering';
export * from './document';
export * from './forecast';
export * from './idle';
export * from './correlation';
export * from './memory';
export { validateParameters } from './modules/validate-parameters';
export * from './plot';
export * from './report';
export * from './series';
export * from './statistics';
