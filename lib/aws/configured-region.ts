import "server-only";
import { STSClient } from "@aws-sdk/client-sts";

/** What AWS's own tools fall back to for the first region. */
const FALLBACK_REGION = "us-east-1";

/**
 * Region of AWS's standard configuration: AWS_REGION, then AWS_DEFAULT_REGION (which the CLI reads and the SDK for
 * JavaScript does not), then the profile's. With a named profile its own region comes first.
 */
export async function configuredRegion(profile?: string): Promise<string> {
  const ofEnvironment = process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION;
  if (ofEnvironment && !profile) return ofEnvironment;
  const client = new STSClient(profile ? { profile } : {});
  try {
    return await client.config.region();
  } catch {
    // The SDK throws "Region is missing" when no source names one.
    return ofEnvironment || FALLBACK_REGION;
  } finally {
    client.destroy();
  }
}
