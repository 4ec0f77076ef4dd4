import type { CodePackage } from "./function-record.ts";

/** One version of a layer. https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html */
export interface LayerVersionRecord {
  region: string;
  layerName: string;
  version: number;
  description: string;
  licenseInfo?: string;
  compatibleRuntimes: string[];
  compatibleArchitectures: string[];
  code: CodePackage;
  createdMs: number;
  /** Gone from lists and reads; the number never comes again. */
  deleted?: true;
}
