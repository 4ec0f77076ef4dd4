import type { ResponseSink } from "../../runtime-api/runtime-session.ts";

/** More than this unread, and the function waits. */
const HIGH_WATER_BYTES = 1_048_576;

/** A function's streamed response on its way to the caller. The function goes on when nobody reads any more. */
export class ResponseStream implements ResponseSink {
  /** Resolves when the function has begun to answer. */
  readonly begun: Promise<void>;
  /** As the runtime named it; `undefined` before it begins. */
  contentType: string | undefined;
  #begin: () => void = () => undefined;
  #pieces: Buffer[] = [];
  #unreadBytes = 0;
  #ended = false;
  #abandoned = false;
  #wakeReader: () => void = () => undefined;
  #wakeWriter: () => void = () => undefined;

  constructor() {
    this.begun = new Promise((resolve) => {
      this.#begin = resolve;
    });
  }

  begin(contentType: string): void {
    this.contentType = contentType;
    this.#begin();
  }

  async write(piece: Buffer): Promise<void> {
    if (this.#abandoned) return;
    this.#pieces.push(piece);
    this.#unreadBytes += piece.length;
    this.#wakeReader();
    if (this.#unreadBytes <= HIGH_WATER_BYTES) return;
    await new Promise<void>((resolve) => {
      this.#wakeWriter = resolve;
    });
  }

  /** Nothing more will be written. */
  end(): void {
    this.#ended = true;
    this.#wakeReader();
  }

  /** Each piece as it comes, until the end; to be read once. */
  async *pieces(): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        const piece = this.#pieces.shift();
        if (piece) {
          this.#unreadBytes -= piece.length;
          this.#wakeWriter();
          yield piece;
        } else if (this.#ended) {
          return;
        } else {
          await new Promise<void>((resolve) => {
            this.#wakeReader = resolve;
          });
        }
      }
    } finally {
      this.#abandoned = true;
      this.#pieces = [];
      this.#wakeWriter();
    }
  }
}
