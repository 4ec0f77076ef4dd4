/** A function's own HTTPS address. https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html */
export interface FunctionUrlRecord {
  region: string;
  functionName: string;
  /** `undefined`: the function itself. */
  alias?: string;
  /** First label of the host name: 32 random letters and digits, which nobody guesses. */
  urlId: string;
  authType: "NONE" | "AWS_IAM";
  /** Absent until somebody sets it: answers show it only then. */
  invokeMode?: "BUFFERED" | "RESPONSE_STREAM";
  cors?: FunctionUrlCors;
  createdMs: number;
  modifiedMs: number;
}

/** Members as the caller sent them. */
export interface FunctionUrlCors {
  AllowCredentials?: boolean;
  AllowHeaders?: string[];
  AllowMethods?: string[];
  AllowOrigins?: string[];
  ExposeHeaders?: string[];
  /** Seconds. */
  MaxAge?: number;
}
