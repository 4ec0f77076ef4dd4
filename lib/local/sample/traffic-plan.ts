import { createRandom, type Random } from "./random.ts";
import { referenceKey, type SampleEvent, type SampleFunction, type TrafficProfile } from "./sample-function.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The first call of each function comes within this time, so that its charts live at once. */
const FIRST_CALL_WITHIN_MS = 25_000;
/** How far a call may lie from its place, as a share of the interval. Below one half: order is kept. */
const JITTER_SHARE = 0.35;
/** Calls of one group start within this time. */
const GROUP_SPREAD_MS = 60;

export interface PlannedCall {
  atMs: number;
  region: string;
  functionName: string;
  payload: unknown;
  /** Absent: somebody waits for the answer. */
  via?: "asynchronous" | "queue";
}

export interface TrafficWindow {
  seed: string;
  /** When the traffic began: everything is counted from there. */
  startedAtMs: number;
  fromMs: number;
  /** Exclusive. */
  untilMs: number;
}

/**
 * The calls of a stretch of time, by time. Pure: windows that touch make the same calls as one
 * window over both.
 */
export function planTraffic(functions: readonly SampleFunction[], window: TrafficWindow): PlannedCall[] {
  return functions
    .flatMap((sample) => sample.traffic.flatMap((profile, index) => planProfile(sample, profile, index, window)))
    .sort((a, b) => a.atMs - b.atMs);
}

function planProfile(
  sample: SampleFunction,
  profile: TrafficProfile,
  profileIndex: number,
  window: TrafficWindow,
): PlannedCall[] {
  const seed = `${window.seed}/${referenceKey(sample)}/${profileIndex}`;
  if (profile.kind === "daily") return planDaily(sample, profile.atUtcHour, seed, window);

  const size = profile.kind === "groups" ? profile.size : 1;
  const firstMs = window.startedAtMs + createRandom(seed).between(0, Math.min(FIRST_CALL_WITHIN_MS, profile.everyMs));
  // One interval earlier and later, because jitter may carry a call over the window's edge.
  const from = Math.max(0, Math.floor((window.fromMs - firstMs) / profile.everyMs) - 1);
  const until = Math.ceil((window.untilMs - firstMs) / profile.everyMs) + 1;
  const calls: PlannedCall[] = [];
  for (let turn = from; turn <= until; turn++) {
    const random = createRandom(`${seed}/${turn}`);
    const jitter = turn === 0 ? 0 : random.between(-JITTER_SHARE, JITTER_SHARE);
    const atMs = firstMs + (turn + jitter) * profile.everyMs;
    for (let call = 0; call < size; call++) {
      const offsetMs = size === 1 ? 0 : random.between(0, GROUP_SPREAD_MS);
      calls.push(plannedCall(sample, Math.round(atMs + offsetMs), random, profile));
    }
  }
  return calls.filter((call) => isInside(call.atMs, window));
}

function planDaily(sample: SampleFunction, atUtcHour: number, seed: string, window: TrafficWindow): PlannedCall[] {
  const calls: PlannedCall[] = [];
  for (let dayMs = Math.floor(window.fromMs / DAY_MS) * DAY_MS; dayMs < window.untilMs; dayMs += DAY_MS) {
    const atMs = dayMs + atUtcHour * HOUR_MS;
    if (isInside(atMs, window)) calls.push(plannedCall(sample, atMs, createRandom(`${seed}/${dayMs}`), { kind: "daily", atUtcHour }));
  }
  return calls;
}

function plannedCall(sample: SampleFunction, atMs: number, random: Random, profile: TrafficProfile): PlannedCall {
  const { region, functionName, events } = sample;
  const { payload } = profile.kind === "asynchronous" ? eventNamed(events, profile.event) : chooseEvent(events, random);
  const call = { atMs, region, functionName, payload };
  if (profile.kind === "asynchronous") return { ...call, via: "asynchronous" };
  return profile.kind === "queued" ? { ...call, via: "queue" } : call;
}

function eventNamed(events: readonly SampleEvent[], name: string): SampleEvent {
  const found = events.find((event) => event.name === name);
  if (!found) throw new Error(`A sample function has no event ${name}.`);
  return found;
}

function chooseEvent(events: readonly SampleEvent[], random: Random): SampleEvent {
  let rest = random.between(
    0,
    events.reduce((sum, event) => sum + event.weight, 0),
  );
  for (const event of events) {
    rest -= event.weight;
    if (rest < 0) return event;
  }
  throw new Error("A sample function needs an event with a weight above 0.");
}

function isInside(atMs: number, window: TrafficWindow): boolean {
  return atMs >= window.fromMs && atMs < window.untilMs;
}
