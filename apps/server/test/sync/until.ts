/** Waits until `holds` is true, looking again in each turn; rejects with `what` after `msMax`. */
export async function until(what: string, holds: () => boolean, msMax = 15_000): Promise<void> {
  const end = performance.now() + msMax;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited ${msMax} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
