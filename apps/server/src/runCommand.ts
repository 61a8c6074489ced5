import { BackupError } from './backup/backupFormat.ts';
import { ConfigError } from './config/loadConfig.ts';
import { AuditCommandError } from './modules/audit/runAuditCommand.ts';

/** Runs a command to its end; an expected failure is told in its own words, without a stack. */
export async function runCommand(
  run: (args: readonly string[], print: (line: string) => void) => Promise<void>,
): Promise<void> {
  try {
    await run(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    const expected = [BackupError, ConfigError, AuditCommandError].some((kind) => error instanceof kind);
    const text =
      error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
}
