/** Ports of the journeys' own server: unlike a person's, and free to be set when two checkouts are tested side by side. */
export const PORT = Number(process.env.E2E_PORT ?? 3187);
export const LOCAL_PORT = Number(process.env.E2E_LOCAL_PORT ?? 9487);
