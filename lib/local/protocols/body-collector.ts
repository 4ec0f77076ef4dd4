/** Smaller bodies come in a few pieces at most. */
const LARGE_BYTES = 262_144;

/**
 * Puts a body's pieces together. A large one whose length was announced is copied as it arrives, while its sender
 * still writes; what comes beyond that length is not kept, for HTTP ends a body there.
 */
export class BodyCollector {
  #whole: Buffer | undefined;
  #chunks: Buffer[] = [];
  #sizeBytes = 0;

  constructor(announcedBytes: number) {
    if (announcedBytes >= LARGE_BYTES) this.#whole = Buffer.allocUnsafeSlow(announcedBytes);
  }

  push(chunk: Buffer): void {
    if (this.#whole) chunk.copy(this.#whole, this.#sizeBytes);
    else this.#chunks.push(chunk);
    this.#sizeBytes += chunk.length;
  }

  body(): Buffer {
    if (this.#whole) return this.#whole.subarray(0, this.#sizeBytes);
    const [only] = this.#chunks;
    return only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks);
  }
}
