import "server-only";
import { fromNodeProviderChain, fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { AppError } from "@/lib/errors";

type CredentialProvider = ReturnType<typeof fromNodeProviderChain>;
export type Credentials = Awaited<ReturnType<CredentialProvider>>;
export type SharedCredentials = () => Promise<Credentials>;

const REFRESH_BEFORE_EXPIRY_MS = 5 * 60_000;
/** IMDS answers within milliseconds on EC2; elsewhere its address swallows packets until this runs out. */
const METADATA_TIMEOUT_MS = 1_000;

interface CredentialSource {
  profile?: string;
  roleArn?: string;
  externalId?: string;
  region: string;
}

/**
 * Credentials of one connection for all of its clients: one AssumeRole or SSO call for all regions and services. The
 * SDK's own default chain, with a short wait for instance metadata; a failure is asked again on the next use.
 */
export function connectionCredentials(source: CredentialSource): SharedCredentials {
  const chain = fromNodeProviderChain({
    ...(source.profile ? { profile: source.profile } : {}),
    clientConfig: { region: source.region },
    timeout: METADATA_TIMEOUT_MS,
    maxRetries: 0,
  });
  if (!source.roleArn) return shareCredentials(() => chain().catch(namingProfile(source)));
  const role = fromTemporaryCredentials({
    masterCredentials: () => chain().catch(namingProfile(source)),
    params: { RoleArn: source.roleArn, RoleSessionName: "warmstart", ExternalId: source.externalId },
    clientConfig: { region: source.region },
  });
  return shareCredentials(() => role());
}

/** The chain's last words do not say which profile it looked for. */
function namingProfile({ profile = process.env.AWS_PROFILE }: CredentialSource): (error: unknown) => never {
  return (error) => {
    if (!profile || !(error instanceof Error && error.message.startsWith("Could not load credentials"))) throw error;
    throw new AppError("credentials", `The AWS profile “${profile}” has no credentials.`, {
      hint: "Check its name in AWS's config and credentials files, and that it can sign in.",
    });
  };
}

function shareCredentials(load: SharedCredentials): SharedCredentials {
  let current: Promise<Credentials> | undefined;
  let refreshAtMs = 0;
  return () => {
    if (current && Date.now() < refreshAtMs) return current;
    refreshAtMs = Number.POSITIVE_INFINITY;
    const loading = load();
    current = loading;
    loading.then(
      ({ expiration }) => {
        refreshAtMs = expiration ? expiration.getTime() - REFRESH_BEFORE_EXPIRY_MS : Number.POSITIVE_INFINITY;
      },
      () => {
        refreshAtMs = 0;
      },
    );
    return loading;
  };
}
