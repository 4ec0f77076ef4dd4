import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes the profile `local` that lets any AWS client use the local region. The files are Warmstart's own, never
 * the person's ~/.aws. Returns the variables that point a client at them.
 */
export function writeAwsProfile({ dataDirectory, endpoint, region, accessKeyId, secretAccessKey }) {
  const directory = path.join(dataDirectory, "aws");
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const config = path.join(directory, "config");
  const credentials = path.join(directory, "credentials");
  replace(config, `[profile local]\nregion = ${region}\nendpoint_url = ${endpoint}\noutput = json\n`);
  replace(credentials, `[local]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`);
  return { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials, AWS_PROFILE: "local" };
}

function replace(file, text) {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, text, { mode: 0o600 });
  renameSync(temporary, file);
}
