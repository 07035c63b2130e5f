export * from './isolation-forest';
