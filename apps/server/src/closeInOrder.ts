import type { Logger } from './observability/createLogger.ts';

/** One step of ending, with the time it may take. */
export interface ClosingStep {
  readonly name: string;
  readonly msMax: number;
  run(): Promise<unknown>;
}

/**
 * Runs the steps one after the other. A step that fails or takes too long is logged and left behind: whatever was
 * acknowledged is on disk already, so the next step matters more than waiting.
 */
export async function closeInOrder(steps: readonly ClosingStep[], log: Logger): Promise<void> {
  for (const { name, msMax, run } of steps) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`took longer than ${msMax} ms`)), msMax);
    });
    try {
      await Promise.race([run(), late]);
    } catch (error) {
      log.error({ err: error, step: name }, 'ending: a step did not finish');
    } finally {
      clearTimeout(timer);
    }
  }
}
