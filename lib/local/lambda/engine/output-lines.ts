/** Plain output of a function: each line is a log event. */

const NEWLINE = 0x0a;
/** CloudWatch Logs takes no larger event: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const MAX_EVENT_BYTES = 262_144;

export class OutputLines {
  #rest: Buffer = Buffer.alloc(0);
  #emit: (message: string) => void;

  constructor(emit: (message: string) => void) {
    this.#emit = emit;
  }

  push(chunk: Buffer): void {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    for (let at = data.indexOf(NEWLINE); at >= 0; at = data.indexOf(NEWLINE)) {
      this.#emit(data.toString("utf8", 0, at + 1));
      data = data.subarray(at + 1);
    }
    while (data.length >= MAX_EVENT_BYTES) {
      this.#emit(data.toString("utf8", 0, MAX_EVENT_BYTES));
      data = data.subarray(MAX_EVENT_BYTES);
    }
    this.#rest = data;
  }

  /** A last line that was not ended is an event of its own too: it must not run into the next one. */
  flush(): void {
    if (this.#rest.length === 0) return;
    this.#emit(`${this.#rest.toString()}\n`);
    this.#rest = Buffer.alloc(0);
  }
}
