export { readResult } from '@jejak/client';
