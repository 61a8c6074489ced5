import type { UserConsoleLog } from 'vitest';
import type { Reporter } from 'vitest/node';
import { skippedRows } from './faultRows.ts';

/** Says at the end of a run what each row came to, and which rows were not tried and why. */
export default class FaultSummary implements Reporter {
  readonly #lines: string[] = [];

  onUserConsoleLog({ content }: UserConsoleLog): void {
    this.#lines.push(...content.split('\n').filter((line) => /^fault \w+:/.test(line)));
  }

  onTestRunEnd(): void {
    const skipped = Object.entries(skippedRows).map(([row, why]) => `fault ${row}: skipped, ${why}`);
    process.stdout.write(`\nFaults tried\n${this.#lines.sort().join('\n')}\n\n`);
    process.stdout.write(`Faults not tried\n${skipped.join('\n')}\n`);
  }
}
