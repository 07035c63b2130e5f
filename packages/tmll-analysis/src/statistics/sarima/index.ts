export * from './fit';
export * from './model';
export * from './order';
export * from './predict';
