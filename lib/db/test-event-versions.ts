import "server-only";
import { database } from "./client";

/** An entry of an event's history; `content` is JSON as `contentOf` writes it. */
export interface TestEventVersionRecord {
  id: string;
  content: string;
  savedBy: string;
  savedAtMs: number;
}

const NEWEST_FIRST = [{ savedAt: "desc" }, { id: "desc" }] as const;

/** Content of the newest entry; undefined when the event has no history yet. */
export async function findNewestContent(testEventId: string): Promise<string | undefined> {
  const db = await database();
  const row = await db.testEventVersion.findFirst({ where: { testEventId }, orderBy: [...NEWEST_FIRST], select: { content: true } });
  return row?.content;
}

export async function insertVersion(version: { testEventId: string; content: string; savedBy: string; savedAtMs: number }): Promise<void> {
  const db = await database();
  const { savedAtMs, ...columns } = version;
  await db.testEventVersion.create({ data: { ...columns, savedAt: new Date(savedAtMs) } });
}

/** Newest first, without contents. */
export async function findVersions(testEventId: string, limit: number): Promise<Omit<TestEventVersionRecord, "content">[]> {
  const db = await database();
  const rows = await db.testEventVersion.findMany({ where: { testEventId }, orderBy: [...NEWEST_FIRST], take: limit, select: { id: true, savedBy: true, savedAt: true } });
  return rows.map(({ id, savedBy, savedAt }) => ({ id, savedBy, savedAtMs: savedAt.getTime() }));
}

export async function findVersion(testEventId: string, id: string): Promise<TestEventVersionRecord | undefined> {
  const db = await database();
  const row = await db.testEventVersion.findFirst({ where: { testEventId, id } });
  return row ? { id: row.id, content: row.content, savedBy: row.savedBy, savedAtMs: row.savedAt.getTime() } : undefined;
}
