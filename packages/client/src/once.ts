/**
 * An input of a mutation that is safe to send again: however often, within a day it is done once. The id is made up
 * unless given.
 */
export function once<const Input extends object>(
  input: Input,
  clientMutationId: string = crypto.randomUUID(),
): Input {
  return { ...input, clientMutationId };
}
