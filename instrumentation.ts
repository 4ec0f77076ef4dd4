/** Next calls this once, when the server starts: what has to go on although nobody looks. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { watchEmergencyStops } = await import("@/lib/emergency-stops/service");
  watchEmergencyStops();
}
