import '../threads/sealObjects.ts';

import { parentPort } from 'node:worker_threads';
import { doHeavy, type HeavyJob } from './heavyJobs.ts';
import { ownThreadClock } from './threadClock.ts';

/** The thread of `HeavyThread`: says when it is there, and by which clock it runs, then answers one job after the other. */
parentPort?.on('message', (job: HeavyJob) => parentPort?.postMessage(doHeavy(job)));
parentPort?.postMessage({ kind: 'ready', clock: ownThreadClock() });
