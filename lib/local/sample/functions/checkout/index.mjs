import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

const PROVIDER = process.env.PAYMENT_PROVIDER ?? "examplepay";
const API_KEY = process.env.PAYMENT_API_KEY;
/** The provider's test card that is always declined. */
const DECLINED_CARD_ENDING = "0002";

const json = (statusCode, body) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

const paymentOf = (event) => (typeof event?.body === "string" ? JSON.parse(event.body) : event);

/** Stands for the provider's API: answers after 300 to 500 ms, as a payment network does. */
const authorise = async (payment) => {
  await wait(300 + Math.random() * 200);
  if (payment.card.endsWith(DECLINED_CARD_ENDING)) return { approved: false, reason: "insufficient_funds" };
  const reference = createHash("sha256").update(`${API_KEY}:${payment.orderId}`).digest("hex").slice(0, 12);
  return { approved: true, reference: `pay_${reference}` };
};

/** POST /checkout: 200 paid, 402 declined (an answer, not an error), 400 for a bad request. */
export const handler = async (event) => {
  if (!API_KEY) throw new Error("PAYMENT_API_KEY is not set");
  const payment = paymentOf(event);
  if (!/^o-/.test(payment?.orderId ?? "") || !Number.isInteger(payment?.amount) || !/^\d{4,19}$/.test(payment?.card ?? "")) {
    return json(400, { message: "orderId, amount (cents) and card are required." });
  }

  const startedAt = Date.now();
  const result = await authorise(payment);
  const tookMs = Date.now() - startedAt;
  if (!result.approved) {
    console.warn(`payment declined order=${payment.orderId} provider=${PROVIDER} reason=${result.reason} took=${tookMs}ms`);
    return json(402, { status: "declined", reason: result.reason });
  }
  console.log(`payment accepted order=${payment.orderId} provider=${PROVIDER} reference=${result.reference} took=${tookMs}ms`);
  return json(200, { status: "paid", orderId: payment.orderId, amount: payment.amount, reference: result.reference });
};
