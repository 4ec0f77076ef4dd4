import "server-only";
import { Prisma } from "./generated/client";

/** True when a row with such a key is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
