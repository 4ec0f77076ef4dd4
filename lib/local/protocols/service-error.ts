/** An error as AWS's API would answer it. Each protocol writes it in its own form. */
export class ServiceError extends Error {
  /** Exception name, for instance `ResourceNotFoundException`. */
  readonly errorType: string;
  /** HTTP status. */
  readonly status: number;
  /** Members beside the message, for instance `{ Reason: "…" }`; `Type` defaults to User (4xx) or Service (5xx). */
  readonly members: Readonly<Record<string, string>>;
  /** Extra response headers, for instance `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    errorType: string,
    status: number,
    message: string,
    extra: { members?: Record<string, string>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = "ServiceError";
    this.errorType = errorType;
    this.status = status;
    this.members = extra.members ?? {};
    this.headers = extra.headers ?? {};
  }
}
