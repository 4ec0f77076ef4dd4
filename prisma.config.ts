import { defineConfig } from "prisma/config";

// generate, validate and format never start the schema engine, but the CLI downloads it before every command.
// An existing file in its place skips the download; node itself makes any accidental use fail loudly.
if (/^(generate|validate|format)$/.test(process.argv[2] ?? "")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "file:./.warmstart/warmstart.db" },
});
