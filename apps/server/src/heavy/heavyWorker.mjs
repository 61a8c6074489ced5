// From the sources Node cannot start a thread in TypeScript; the bundle has the thread itself under this name.
import { register } from 'tsx/esm/api';

register();
await import('./heavyWorker.ts');
