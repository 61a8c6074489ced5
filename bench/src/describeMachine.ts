import { cpus, loadavg, totalmem } from 'node:os';

/** The machine in a line, without anything that names it; its load tells whether other work disturbed the figures. */
export function describeMachine(): string {
  const processors = cpus();
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'processor'}, ${gib} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}, load ${(loadavg()[0] ?? 0).toFixed(1)} at the end`;
}
