import type { StreamPiece } from "./schema";

/**
 * A streamed answer while it comes: kept up to `keptBytes`, counted to its end, and handed to any number of watchers, each from
 * the beginning.
 */
export class LiveStream {
  readonly #keptBytes: number;
  readonly #decoder = new TextDecoder();
  readonly #pieces: StreamPiece[] = [];
  #totalBytes = 0;
  #firstByteMs: number | undefined;
  #ended = false;
  #wake: (() => void)[] = [];

  constructor(keptBytes: number) {
    this.#keptBytes = keptBytes;
  }

  /** `atMs`: since the click. */
  push(bytes: Uint8Array, atMs: number): void {
    if (bytes.length === 0) return;
    this.#firstByteMs ??= atMs;
    const room = this.#keptBytes - this.#totalBytes;
    this.#totalBytes += bytes.length;
    // A character may be cut between two pieces: the decoder keeps its beginning for the next one.
    const text = room > 0 ? this.#decoder.decode(bytes.subarray(0, room), { stream: true }) : "";
    if (text) this.#pieces.push({ atMs, text, totalBytes: this.#totalBytes });
    this.#wakeAll();
  }

  end(): void {
    if (this.#ended) return;
    const rest = this.#decoder.decode();
    if (rest) this.#pieces.push({ atMs: this.#pieces.at(-1)?.atMs ?? 0, text: rest, totalBytes: this.#totalBytes });
    this.#ended = true;
    this.#wakeAll();
  }

  /** The text that is kept so far. */
  get text(): string {
    return this.#pieces.map(({ text }) => text).join("");
  }

  get totalBytes(): number {
    return this.#totalBytes;
  }

  /** undefined until something came. */
  get firstByteMs(): number | undefined {
    return this.#firstByteMs;
  }

  /** Every piece, those that came before included; ends with the stream or with `signal`. */
  async *watch(signal: AbortSignal): AsyncGenerator<StreamPiece> {
    for (let index = 0; !signal.aborted; ) {
      const piece = this.#pieces[index];
      if (piece) {
        index += 1;
        yield piece;
        continue;
      }
      if (this.#ended) return;
      await new Promise<void>((resolve) => {
        this.#wake.push(resolve);
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
    }
  }

  #wakeAll(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }
}
