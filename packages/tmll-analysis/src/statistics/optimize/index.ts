export * from './gradient';
export * from './minimize';
