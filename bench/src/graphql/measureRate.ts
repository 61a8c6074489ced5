import { HttpConnection } from './HttpConnection.ts';

const connections = 10;

/** Answers per second over 10 connections, after a second of warming up. Throws when an answer has errors. */
export async function measureRate(port: number, request: Buffer, ms: number): Promise<number> {
  const open = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(port)));
  try {
    const first = JSON.parse((await open[0]?.ask(request))?.toString() ?? '{}') as { errors?: unknown };
    if (first.errors !== undefined) throw new Error(JSON.stringify(first.errors));
    await ask(open, request, 1_000);
    return await ask(open, request, ms);
  } finally {
    for (const each of open) each.close();
  }
}

async function ask(open: readonly HttpConnection[], request: Buffer, ms: number): Promise<number> {
  const began = performance.now();
  let answers = 0;
  await Promise.all(
    open.map(async (connection) => {
      while (performance.now() - began < ms) {
        await connection.ask(request);
        answers++;
      }
    }),
  );
  return (answers * 1000) / (performance.now() - began);
}
