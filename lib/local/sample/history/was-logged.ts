import { memberOf, type SignedClient } from "../signed-client.ts";
import { logGroupOf } from "./log-entries.ts";
import { endedMs, type SimulatedInvocation } from "./simulate.ts";

/** Asks CloudWatch Logs whether an invocation's lines are there. */
export async function wasLogged(client: SignedClient, invocation: SimulatedInvocation): Promise<boolean> {
  let nextToken: unknown;
  do {
    const answer = await client.call({
      service: "logs",
      region: invocation.model.region,
      method: "POST",
      path: "/",
      headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "Logs_20140328.FilterLogEvents" },
      body: {
        logGroupName: logGroupOf(invocation.model.functionName),
        logStreamNames: [invocation.logStream],
        filterPattern: `"${invocation.requestId}"`,
        startTime: invocation.arrivedMs,
        endTime: endedMs(invocation),
        limit: 1,
        ...(nextToken === undefined ? {} : { nextToken }),
      },
    });
    if (answer.errorType === "ResourceNotFoundException") return false;
    if (answer.status >= 300) throw new Error(`FilterLogEvents answered ${answer.status} ${answer.errorType ?? ""}`);
    const events = memberOf(answer.body, "events");
    if (Array.isArray(events) && events.length > 0) return true;
    nextToken = memberOf(answer.body, "nextToken");
  } while (nextToken !== undefined);
  return false;
}
