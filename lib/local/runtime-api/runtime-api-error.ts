/** An answer of the Runtime API that is not a success; written as `{"errorMessage", "errorType"}`. */
export class RuntimeApiError extends Error {
  readonly status: number;
  readonly errorType: string;

  constructor(status: number, errorType: string, message: string) {
    super(message);
    this.name = "RuntimeApiError";
    this.status = status;
    this.errorType = errorType;
  }
}
