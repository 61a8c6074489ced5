/** Pings a server and remembers the longest answer: a process of its own, so that nothing else delays it. */
import { LeanClient } from './LeanClient.ts';
import { clientFrame } from './SocketFrames.ts';
import type { FromProbe, ToProbe } from './StallProbe.ts';

const everyMs = 2;
/** A held server finds all of them at once, and `ws` ends whoever has more than 60 waiting. */
const unansweredMax = 30;
const ping = clientFrame(new Uint8Array(0), 9);
const tell = (message: FromProbe) => process.send?.(message);
const sent: number[] = [];
let longest = 0;

/** Says why there is nothing more to measure, and ends. */
function end(why: string): void {
  process.send?.({ ended: why } satisfies FromProbe, undefined, undefined, () => process.exit(1));
}

process.on('message', async (message: ToProbe) => {
  if ('longest' in message) {
    // What is still unanswered counts too.
    tell({ longest: Math.max(longest, sent[0] === undefined ? 0 : performance.now() - sent[0]) });
    longest = 0;
    return;
  }
  try {
    const client = await LeanClient.open(
      message.target,
      () => {},
      () => {
        longest = Math.max(longest, performance.now() - (sent.shift() ?? performance.now()));
      },
    );
    void client.closed.then(end);
    setInterval(() => {
      if (sent.length >= unansweredMax) return;
      sent.push(performance.now());
      client.send(ping);
    }, everyMs);
    tell({ ready: true });
  } catch (error) {
    end(String(error));
  }
});
process.once('disconnect', () => process.exit(0));
