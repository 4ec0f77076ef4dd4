/**
 * The one error that crosses layers and the wire. Codes are a closed set; `lib/http/route.ts`
 * maps each to a status, and unknown errors become `internal` without their message.
 */
export const APP_ERROR_CODES = [
  "bad_request",
  "forbidden_by_mode",
  "not_found",
  "conflict",
  "revision_conflict",
  "throttled",
  "access_denied",
  "credentials",
  "payload_too_large",
  "unreachable",
  "timeout",
  "aws_error",
  "internal",
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

export interface AppErrorDetails {
  /** AWS's own exception name, for instance `ResourceNotFoundException`. */
  awsErrorName?: string;
  awsRequestId?: string;
  /** IAM action that was missing, for instance `cloudwatch:GetMetricData`, with its resource. */
  iamAction?: string;
  iamResource?: string;
  /** What the person can do next, one sentence. */
  hint?: string;
  /** JSON-safe details of the code: the three-way view of a `revision_conflict`, the field of a `bad_request`. */
  data?: unknown;
  cause?: unknown;
}

export class AppError extends Error {
  /** `instanceof` fails when two bundles carry the class; this brand does not. */
  readonly isAppError = true;
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** True for an `AppError` of any bundle. */
export function isAppError(value: unknown): value is AppError {
  return value instanceof Error && "isAppError" in value && value.isAppError === true;
}
