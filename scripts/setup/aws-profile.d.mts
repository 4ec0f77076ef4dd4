export function writeAwsProfile(profile: {
  dataDirectory: string;
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}): Record<string, string>;
