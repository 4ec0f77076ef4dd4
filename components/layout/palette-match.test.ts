import { expect, test } from "vitest";
import { exactScore, slipsBetween, typoScore, wordsOf } from "./palette-match";

test.each([
  ["chekout", "checkout", 1],
  ["checkuot", "checkout", 1],
  ["cheqkout", "checkout", 1],
  ["checkoutt", "checkout", 1],
  ["chekc", "checkout", 1],
  ["chec", "checkout", 0],
  ["resize", "checkout", 5],
])("%s and the beginning of %s differ by %i", (word, token, slips) => {
  expect(slipsBetween(word, token)).toBe(slips);
});

test("an exact text comes before one that begins so, and that before one that holds it", () => {
  const scores = ["checkout", "checkout-eu", "eu-checkout", "precheckout"].map((text) => exactScore(["checkout"], text));
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(new Set(scores).size).toBe(4);
});

test("every word must fit", () => {
  expect(exactScore(["checkout", "eu"], "checkout eu-west-1")).toBeGreaterThan(0);
  expect(exactScore(["checkout", "ap"], "checkout eu-west-1")).toBe(0);
  expect(exactScore([], "anything")).toBe(1);
});

test.each([
  ["chekout", "checkout", true],
  ["nigthly reprot", "nightly-report", true],
  ["chekout", "list-products", false],
  ["teh", "the-function", false],
  ["cxxckout", "checkout", true],
  ["cxxxkout", "checkout", false],
])("“%s” finds %s: %s", (typed, text, found) => {
  const score = typoScore(wordsOf(typed), text);
  expect(score > 0).toBe(found);
  expect(score).toBeLessThan(0.7);
});
