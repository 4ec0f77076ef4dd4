/** The system's Chromium or Chrome, or undefined: then Playwright's own is meant. */
export function systemBrowser(): string | undefined;
export function ensureBrowser(): Promise<void>;
