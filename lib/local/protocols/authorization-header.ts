import { ServiceError } from "./service-error.ts";

/** Where a signature is valid; `date` is `YYYYMMDD`. */
export interface CredentialScope {
  date: string;
  region: string;
  service: string;
}

export interface Authorization {
  accessKeyId: string;
  scope: CredentialScope;
  signedHeaders: string[];
  /** 64 hex digits when well formed. */
  signature: string;
}

/** Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`; throws `ServiceError` 403. */
export function parseAuthorization(header: string | undefined): Authorization {
  if (header === undefined || header === "") {
    throw new ServiceError("MissingAuthenticationTokenException", 403, "Missing Authentication Token");
  }
  const parts = /^AWS4-HMAC-SHA256\s+(.*)$/s.exec(header)?.[1];
  if (parts === undefined) throw incomplete("Authorization header requires the AWS4-HMAC-SHA256 algorithm.");
  const fields = new Map<string, string>();
  for (const field of parts.split(",")) {
    const cut = field.indexOf("=");
    if (cut !== -1) fields.set(field.slice(0, cut).trim(), field.slice(cut + 1).trim());
  }
  const required = (name: string): string => {
    const value = fields.get(name);
    if (!value) throw incomplete(`Authorization header requires '${name}' parameter.`);
    return value;
  };
  const credential = required("Credential").split("/");
  const [accessKeyId, date, region, service, terminator] = credential;
  if (credential.length !== 5 || terminator !== "aws4_request" || !accessKeyId || !date || !region || !service) {
    throw incomplete("Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
  }
  if (!/^[a-z0-9-]{1,64}$/.test(region)) throw incomplete(`'${region}' is not a valid region in Credential.`);
  const signedHeaders = required("SignedHeaders").toLowerCase().split(";");
  if (!signedHeaders.includes("host")) throw incomplete("'Host' must be a 'SignedHeader' in the AWS Authorization.");
  return { accessKeyId, scope: { date, region, service }, signedHeaders, signature: required("Signature") };
}

function incomplete(message: string): ServiceError {
  return new ServiceError("IncompleteSignatureException", 403, message);
}
