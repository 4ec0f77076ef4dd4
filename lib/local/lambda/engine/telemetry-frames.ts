/**
 * Log events as runtimes write them to `_LAMBDA_TELEMETRY_LOG_FD`: 4 bytes kind and level, 4 bytes length,
 * 8 bytes microseconds, then the text (big-endian). One frame is one event, whatever line breaks it holds.
 */
const HEADER_BYTES = 16;
/** Every kind of frame starts so; anything else is not a frame. */
const MAGIC = 0xa55a;

export class TelemetryFrames {
  #rest: Buffer = Buffer.alloc(0);
  #emit: (message: string) => void;

  constructor(emit: (message: string) => void) {
    this.#emit = emit;
  }

  push(chunk: Buffer): void {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    while (data.length >= HEADER_BYTES) {
      if (data.readUInt16BE(0) !== MAGIC) {
        // Code of the function wrote to our descriptor: what it wrote is still a log line.
        this.#emit(data.toString());
        data = data.subarray(data.length);
        break;
      }
      const end = HEADER_BYTES + data.readUInt32BE(4);
      if (data.length < end) break;
      this.#emit(data.toString("utf8", HEADER_BYTES, end));
      data = data.subarray(end);
    }
    this.#rest = data;
  }
}
