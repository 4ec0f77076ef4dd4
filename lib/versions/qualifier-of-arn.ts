/** The qualifier in a function's ARN: `arn:aws:lambda:us-east-1:000000000000:function:checkout:prod`. */

const QUALIFIED = /:function:[^:]+:([^:]+)$/;

/** `prod`, `3`, `$LATEST`; undefined when the ARN has none. */
export function qualifierOfArn(functionArn: string): string | undefined {
  return QUALIFIED.exec(functionArn)?.[1];
}
