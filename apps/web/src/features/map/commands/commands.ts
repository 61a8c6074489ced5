import type { Command, CommandId } from './Command.ts';
import { cardCommands } from './cardCommands.ts';
import { mapCommands } from './mapCommands.ts';

/** Every command of the map page. */
export const commands: readonly Command[] = [...cardCommands, ...mapCommands];

const byId = new Map(commands.map((command) => [command.id, command]));

/** The command of an id. */
export function commandOf(id: CommandId): Command {
  const command = byId.get(id);
  if (!command) throw new Error(`No command ${id}`);
  return command;
}
