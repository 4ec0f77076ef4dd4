/** What a connection's mode allows: each mode includes the ones before it. */
import type { Connection, ConnectionMode } from "./schema";

const REACH: Record<ConnectionMode, number> = { observe: 0, invoke: 1, operate: 2 };

const NEEDED_FOR: Record<"invoke" | "operate", string> = {
  invoke: "Running functions",
  operate: "Changing functions",
};

/** Why the mode does not allow it and how the operator changes that; undefined when it does. */
export function modeRefusal(
  { name, mode, modeSource }: Pick<Connection, "name" | "mode" | "modeSource">,
  needed: "invoke" | "operate",
): { message: string; hint: string } | undefined {
  if (REACH[mode] >= REACH[needed]) return undefined;
  return {
    message: `${NEEDED_FOR[needed]} is off: ${name} is open in ${mode} mode.`,
    hint: `The mode is set by ${modeSource}. Set it to “${needed}” and start Warmstart again.`,
  };
}
