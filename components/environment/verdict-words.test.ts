import { expect, test } from "vitest";
import type { MatrixRow } from "@/lib/environment/schema";
import { groupLetter, verdictSentence, verdictWord } from "./verdict-words";

const column = { region: "us-east-1", functionName: "a" };
const row = (verdict: MatrixRow["verdict"]): MatrixRow => ({ key: "K", verdict, cells: [] });

test.each<[number, MatrixRow["verdict"][], string]>([
  [2, [], "No variables."],
  [1, ["same"], "1 variable. Add another function to compare."],
  [2, ["same", "same"], "2 variables, the same everywhere."],
  [2, ["same", "different"], "2 variables: 1 has different values."],
  [3, ["both", "different", "missing"], "3 variables: 2 have different values, 2 are missing somewhere."],
])("%i columns, %j: %s", (columns, verdicts, sentence) => {
  expect(verdictSentence({ columns: Array.from({ length: columns }, () => column), rows: verdicts.map(row) })).toBe(sentence);
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "27"],
])("value %i is %s", (group, letter) => {
  expect(groupLetter(group)).toBe(letter);
});

test.each<[MatrixRow["verdict"], number, string]>([
  ["same", 1, "–"],
  ["same", 2, "same"],
  ["both", 2, "different, missing"],
])("the verdict %s among %i columns: %s", (verdict, columns, word) => {
  expect(verdictWord(verdict, columns)).toBe(word);
});
