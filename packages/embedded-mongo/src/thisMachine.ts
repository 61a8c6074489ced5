import { existsSync } from 'node:fs';
import type { Machine } from './platform.ts';

/** The machine this process runs on. */
export function thisMachine(): Machine {
  const report: unknown = process.report.getReport();
  return {
    platform: process.platform,
    arch: process.arch,
    glibc: glibcOf(report),
    debian: existsSync('/etc/debian_version') && existsSync('/usr/share/keyrings/debian-archive-keyring.gpg'),
  };
}

function glibcOf(report: unknown): string | null {
  if (typeof report !== 'object' || report === null || !('header' in report)) return null;
  const { header } = report;
  if (typeof header !== 'object' || header === null || !('glibcVersionRuntime' in header)) return null;
  return typeof header.glibcVersionRuntime === 'string' ? header.glibcVersionRuntime : null;
}
