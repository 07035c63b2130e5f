export * from './fit';
export * from './model';
export * from './order';
export * from './predict';
export * from './seasonal-fit';
