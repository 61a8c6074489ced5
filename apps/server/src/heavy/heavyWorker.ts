import { parentPort } from 'node:worker_threads';
import { doHeavy, type HeavyJob } from './heavyJobs.ts';

/** The thread of `HeavyWork`: says when it is there, then answers one job after the other. */
parentPort?.on('message', (job: HeavyJob) => parentPort?.postMessage(doHeavy(job)));
parentPort?.postMessage('ready');
