import { expect, test } from "vitest";
import { LiveStream } from "./live-stream";

const bytes = (text: string) => new TextEncoder().encode(text);
const never = new AbortController().signal;

async function textOf(stream: LiveStream, signal = never): Promise<string> {
  let text = "";
  for await (const piece of stream.watch(signal)) text += piece.text;
  return text;
}

test("every watcher gets all of it, whenever it came", async () => {
  const stream = new LiveStream(1_000);
  const early = textOf(stream);
  stream.push(bytes("one "), 12);
  const late = textOf(stream);
  stream.push(bytes("two"), 20);
  stream.end();
  expect(await early).toBe("one two");
  expect(await late).toBe("one two");
  expect(await textOf(stream)).toBe("one two");
  expect(stream).toMatchObject({ text: "one two", totalBytes: 7, firstByteMs: 12 });
});

test("a character cut between two pieces stays whole, half a one at the end shows", () => {
  const stream = new LiveStream(1_000);
  const [first = 0, ...rest] = bytes("é");
  stream.push(Uint8Array.of(first), 1);
  expect(stream.text).toBe("");
  stream.push(Uint8Array.from(rest), 2);
  expect(stream.text).toBe("é");
  stream.push(Uint8Array.of(first), 3);
  stream.end();
  expect(stream.text).toBe("é\ufffd");
});

test.each([
  [4, "abcd"],
  [5, "abcde"],
  [9, "abcdefghi"],
  [100, "abcdefghij"],
])("keeps %i bytes and counts all", (kept, text) => {
  const stream = new LiveStream(kept);
  stream.push(bytes("abcde"), 1);
  stream.push(bytes("fghij"), 2);
  stream.end();
  expect(stream.text).toBe(text);
  expect(stream.totalBytes).toBe(10);
});

test("a watcher that goes away is let go, the stream is not", async () => {
  const stream = new LiveStream(100);
  const gone = new AbortController();
  const watching = textOf(stream, gone.signal);
  stream.push(bytes("a"), 1);
  gone.abort();
  expect("a".startsWith(await watching)).toBe(true);
  stream.push(bytes("b"), 2);
  expect(stream.text).toBe("ab");
});
