export * from './seasonal-period';
export * from './seasonal-shape';
