import { parentPort } from 'node:worker_threads';
import { type HeavyJob, tryHeavy } from './tryHeavy.ts';

/** The thread of `HeavyWork`: says when it is there, then answers one job after the other. */
parentPort?.on('message', (job: HeavyJob) => parentPort?.postMessage(tryHeavy(job)));
parentPort?.postMessage('ready');
