import { createServer } from 'node:http';
import { type ApiCrashPoint, apiCrashPoints, CrashDoor, passCrashPoints } from './apiCrashPoints.ts';

/** The whole server, made to be killed: beside it a port that takes orders, when to die and what time it is. */
async function main(): Promise<void> {
  let unhandled = 0;
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (cause: unknown) => {
      unhandled += 1;
      process.stderr.write(`${event}: ${cause instanceof Error ? cause.stack : String(cause)}\n`);
    });
  }
  const door = new CrashDoor();
  const clock = passCrashPoints(door);
  clock.ahead(Number(process.env.FAULT_AHEAD_MS ?? 0));
  const orders = createServer((request, response) => {
    const [, what, name = '', amount = '1'] = (request.url ?? '').split('/');
    const point = apiCrashPoints.find((one): one is ApiCrashPoint => one === name);
    if (what === 'arm' && point !== undefined) door.arm(point, Number(amount));
    if (what === 'ahead') clock.ahead(Number(name));
    response.end(JSON.stringify({ unhandled }));
  });
  await new Promise<void>((resolve) => {
    orders.listen(Number(process.env.FAULT_PORT), '127.0.0.1', resolve);
  });
  orders.unref();
  await import('../../src/main.ts');
}

await main();
