export const migrationsDirectory: string;
export function readMigrations(directory: string): { name: string; checksum: string; sql: string }[];
export function migrate(file: string, directory?: string): string[];
