import type { RegionOptions } from "./region.ts";

/** What the region's process is told by its environment. */
export interface RegionSettings
  extends Pick<RegionOptions, "directory" | "accessKeyId" | "secretAccessKey" | "shop" | "traffic"> {
  port?: number;
  /** A taken port is then an error instead of a reason to try the next one. */
  portIsExplicit: boolean;
}

/** Throws an `Error` that names the variable. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): RegionSettings {
  const required = (name: string): string => {
    const value = environment[name];
    if (!value) throw new Error(`${name} is not set.`);
    return value;
  };
  const isOn = (name: string): boolean => {
    const value = environment[name] || "on";
    if (value !== "on" && value !== "off") throw new Error(`${name} must be on or off, not ${value}.`);
    return value === "on";
  };
  const portText = environment["WARMSTART_LOCAL_PORT"];
  return {
    directory: required("WARMSTART_LOCAL_DIRECTORY"),
    accessKeyId: required("WARMSTART_LOCAL_ACCESS_KEY_ID"),
    secretAccessKey: required("WARMSTART_LOCAL_SECRET_ACCESS_KEY"),
    ...(portText ? { port: readPort(portText) } : {}),
    portIsExplicit: environment["WARMSTART_LOCAL_PORT_EXPLICIT"] === "1",
    shop: isOn("WARMSTART_LOCAL_SHOP") ? "deploy" : "off",
    traffic: isOn("WARMSTART_LOCAL_TRAFFIC"),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`WARMSTART_LOCAL_PORT must be a port number, not ${text}.`);
}
