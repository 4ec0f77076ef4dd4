import { setTimeout as wait } from "node:timers/promises";

const PAUSE_MS = Number(process.env.WORD_PAUSE_MS ?? "25");

const GIFTS = [
  { words: ["coffee", "tea", "kitchen", "cook"], name: "Enamel mug, forest", price: "14.00", why: "It survives a camp fire and a dishwasher." },
  { words: ["read", "book", "write", "student"], name: "Dotted notebook, ink", price: "12.00", why: "The paper takes a fountain pen without bleeding." },
  { words: ["travel", "hike", "walk", "rain"], name: "Rain jacket, slate", price: "129.00", why: "It folds into its own pocket." },
  { words: ["cold", "winter", "home", "grandmother"], name: "Wool blanket, sand", price: "89.00", why: "Nobody has ever returned one." },
];
const FALLBACK = { name: "Beeswax candle, clay", price: "18.00", why: "It suits everybody of whom one knows nothing." };

const adviceFor = (question) => {
  const text = question.toLowerCase();
  const gift = GIFTS.find(({ words }) => words.some((word) => text.includes(word))) ?? FALLBACK;
  return `I would give the ${gift.name}. ${gift.why} It costs ${gift.price}, and it can be wrapped as a present. Shall I put one into your basket?`;
};

/** {"question": "…"}: advice as text, word by word, as a chat shows it. {"fail": true} breaks off half-way. */
export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  const question = event?.question;
  if (typeof question !== "string" || question.trim() === "") throw new Error("question is required");
  responseStream.setContentType("text/plain; charset=utf-8");
  const words = adviceFor(question).split(" ");
  const startedAt = Date.now();
  for (const [index, word] of words.entries()) {
    if (event.fail === true && index === Math.floor(words.length / 2)) throw new Error("lost the thread");
    responseStream.write(index === 0 ? word : ` ${word}`);
    await wait(PAUSE_MS);
  }
  console.log(`advised: ${words.length} words in ${Date.now() - startedAt} ms`);
  responseStream.end();
});
