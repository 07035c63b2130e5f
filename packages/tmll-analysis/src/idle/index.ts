export * from './cpu-scheduling';
export * from './findings';
export * from './idle-resource';
export * from './idle-result';
export * from './idle-schema';
export * from './interpret';
export * from './plots';
export { IdleRecommendations, recommendForIdle } from './recommendations';
export * from './timeline-plot';
