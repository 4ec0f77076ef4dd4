import { createHash } from "node:crypto";
import { problemsOf, totalsOf } from "./order.mjs";

const RULES = {
  taxRate: Number(process.env.TAX_RATE ?? 0.08),
  freeShippingFrom: Number(process.env.FREE_SHIPPING_FROM ?? 7500),
};

const json = (statusCode, body) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** The order of an HTTP API event (its body), or the event itself when it is called directly. */
const orderOf = (event) => {
  if (typeof event?.body !== "string") return event;
  return JSON.parse(event.isBase64Encoded ? Buffer.from(event.body, "base64").toString() : event.body);
};

/** POST /orders: validates, totals, answers 201 with the order, or 400/422 with the reasons. */
export const handler = async (event, context) => {
  let order;
  try {
    order = orderOf(event);
  } catch {
    console.warn("order rejected: body is not JSON");
    return json(400, { message: "The body is not JSON." });
  }

  const problems = problemsOf(order);
  if (problems.length > 0) {
    console.warn(`order rejected: ${problems.join("; ")}`);
    return json(422, { message: "The order cannot be taken.", problems });
  }

  const totals = totalsOf(order, RULES);
  const digest = createHash("sha256").update(JSON.stringify(order)).update(context.awsRequestId).digest("hex");
  const orderId = `o-${digest.slice(0, 10)}`;
  console.log(`order ${orderId} placed: ${order.items.length} lines, total ${(totals.total / 100).toFixed(2)}`);
  return json(201, { orderId, status: "placed", ...totals });
};
