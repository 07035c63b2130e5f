export * from './gradient';
export * from './inverse-hessian';
export * from './minimize';
