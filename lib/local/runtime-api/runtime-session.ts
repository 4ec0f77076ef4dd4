/**
 * The state machine between the Runtime API of one process and the environment that owns it.
 *
 * Order enforced as on AWS: next, then exactly one response or error, then next.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
import { RuntimeApiError } from "./runtime-api-error.ts";

/** What `next` hands to the runtime. */
export interface RuntimeEvent {
  payload: Buffer;
  headers: Readonly<Record<string, string>>;
  /** Takes a streamed response as it comes; without it the response is collected. */
  sink?: ResponseSink;
}

/** Where a streamed response goes. */
export interface ResponseSink {
  /** The runtime has begun to answer. */
  begin(contentType: string): void;
  /** Resolves when the next piece may come. */
  write(piece: Buffer): Promise<void>;
}

/** An error as the runtime posted it; `errorType` is normalised. */
export interface PostedError {
  errorType: string;
  document: Buffer;
}

export type PostedAnswer =
  | { kind: "response"; payload: Buffer }
  | { kind: "error"; error: PostedError }
  /** The response was larger than Lambda allows; its body was thrown away. */
  | { kind: "too-large" };

export interface RuntimeSessionListener {
  /** The runtime asked for its first event: init has succeeded. */
  ready(): void;
  initError(error: PostedError): void;
  /** The runtime has answered and asked for the next event: the invocation is over. */
  finished(answer: PostedAnswer): void;
}

/** Names as they stand in AWS's texts. */
type State = "RuntimeStarted" | "RuntimeInitError" | "Ready" | "Running" | "InvocationResponse";

export class RuntimeSession {
  #state: State = "RuntimeStarted";
  #listener: RuntimeSessionListener;
  #parked: ((event: RuntimeEvent) => void) | undefined;
  #requestId: string | undefined;
  #answer: PostedAnswer | undefined;
  #sink: ResponseSink | undefined;

  constructor(listener: RuntimeSessionListener) {
    this.#listener = listener;
  }

  /** What the runtime posted for the running invocation, also when it never asked for the next event. */
  get answer(): PostedAnswer | undefined {
    return this.#answer;
  }

  /** Of the running invocation. */
  get sink(): ResponseSink | undefined {
    return this.#sink;
  }

  /** Hands an event to the waiting runtime; only between `ready` or `finished` and the next `finished`. */
  dispatch(requestId: string, event: RuntimeEvent): void {
    const parked = this.#parked;
    if (!parked) throw new Error("the runtime is not waiting for an event");
    this.#parked = undefined;
    this.#requestId = requestId;
    this.#answer = undefined;
    this.#sink = event.sink;
    this.#state = "Running";
    parked(event);
  }

  /** Waits for the next event as long as it takes. */
  next(): Promise<RuntimeEvent> {
    if (this.#state === "Running" || this.#state === "RuntimeInitError" || this.#parked) throw this.#refused("Ready");
    const before = this.#state;
    this.#state = "Ready";
    const event = new Promise<RuntimeEvent>((resolve) => {
      this.#parked = resolve;
    });
    if (before === "RuntimeStarted") this.#listener.ready();
    else if (before === "InvocationResponse" && this.#answer) this.#listener.finished(this.#answer);
    return event;
  }

  /** Takes the one answer to the running invocation. */
  take(requestId: string, answer: PostedAnswer): void {
    this.expect(requestId);
    this.#state = "InvocationResponse";
    this.#answer = answer;
  }

  /** Throws unless `requestId` is the running invocation and was not answered yet. */
  expect(requestId: string): void {
    if (requestId !== this.#requestId || this.#answer) {
      throw new RuntimeApiError(400, "InvalidRequestID", "Invalid request ID");
    }
    if (this.#state !== "Running") throw this.#refused("InvocationResponse");
  }

  failInit(error: PostedError): void {
    if (this.#state !== "RuntimeStarted") throw this.#refused("RuntimeInitError");
    this.#state = "RuntimeInitError";
    this.#listener.initError(error);
  }

  #refused(target: State): RuntimeApiError {
    const text = `State transition from ${this.#state} to ${target} failed for runtime. Error: State transition is not allowed`;
    return new RuntimeApiError(403, "InvalidStateTransition", text);
  }
}
