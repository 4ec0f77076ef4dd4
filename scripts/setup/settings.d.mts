export class SettingsError extends Error {}
export interface Settings {
  host: string;
  port: number;
  portIsExplicit: boolean;
  dataDirectory: string;
  databaseFile: string;
  local: { on: boolean; port: number; portIsExplicit: boolean; traffic: string; accessKeyId: string; secretAccessKey: string };
  awsMode: string;
  configFile: string;
}
export function readSettings(env?: Record<string, string | undefined>): Settings;
export function loadDotEnv(): void;
export function createDataDirectory(directory: string): void;
