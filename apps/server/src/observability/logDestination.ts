import { pino } from 'pino';

/** Lines that are kept for a file whose disk is full; what comes after them is lost. */
const waitingBytesMax = 1024 * 1024;

/** Where the log goes. A disk without room for it costs lines and nothing else [OPS8]. */
export function logDestination(fd: number): ReturnType<typeof pino.destination> {
  const destination = pino.destination({ dest: fd, sync: true, maxLength: waitingBytesMax });
  // Without a listener it would be thrown at whoever logs. There is nowhere left to tell it.
  destination.on('error', () => {});
  return destination;
}
