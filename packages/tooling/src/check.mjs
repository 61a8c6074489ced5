// npm run check: format, lint, import rules, messages, documents and types, without running a test.
import { checkSteps, runSteps } from './checkSteps.mjs';
import { runScript, setup } from './setup.mjs';

await runScript(async () => {
  await setup({ build: false });
  const { passed, failed } = await runSteps(checkSteps(), (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
