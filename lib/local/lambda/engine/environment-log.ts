import type { Clock } from "../../clock.ts";
import type { LogLine, MetricSample, Telemetry } from "../../telemetry.ts";
import { logTail } from "./log-tail.ts";

/** A long invocation can be watched: its lines are written at least so often. */
const FLUSH_MS = 500;

/** The log stream of one environment: keeps lines until an invocation ends or a moment has passed. */
export class EnvironmentLog {
  #stream: { region: string; logGroup: string; logStream: string };
  #clock: Clock;
  #telemetry: Telemetry;
  #waiting: LogLine[] = [];
  #invocation: string[] | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: { region: string; logGroup: string; logStream: string }, clock: Clock, telemetry: Telemetry) {
    this.#stream = stream;
    this.#clock = clock;
    this.#telemetry = telemetry;
  }

  /** `message` with its newline. */
  readonly add = (message: string): void => {
    this.#waiting.push({ timestampMs: this.#clock.now(), message });
    this.#invocation?.push(message);
    this.#timer ??= setTimeout(this.flush, FLUSH_MS);
  };

  addAll(messages: readonly string[]): void {
    for (const message of messages) this.add(message);
  }

  /** Lines from here on belong to the tail of an invocation. */
  beginInvocation(): void {
    this.#invocation = [];
  }

  /** Writes what is waiting together with the samples, in one transaction, and answers the invocation's tail. */
  finishInvocation(samples: readonly MetricSample[]): string {
    const tail = logTail(this.#invocation ?? []);
    this.#invocation = undefined;
    this.#write(samples);
    return tail;
  }

  /** Forgets what is waiting. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  readonly flush = (): void => {
    if (this.#waiting.length > 0) this.#write(undefined);
  };

  #write(samples: readonly MetricSample[] | undefined): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#waiting;
    this.#waiting = [];
    this.#telemetry.write({ logs: lines.length > 0 ? { ...this.#stream, lines } : undefined, samples });
  }
}
