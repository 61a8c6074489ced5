export { type Failure, localFailure, readFailure } from '@jejak/client';
