import { expect, test } from "vitest";
import { findReferences, type ReferenceSources } from "./version-references";

const ARN = "arn:aws:lambda:us-east-1:000000000000:function:checkout";
const NOTHING: ReferenceSources = { aliases: [], provisioned: [], mappings: [], urls: [], asynchronous: [], policies: [], invocations: new Map() };
const versions = ["1", "2", "3", "10"].map((version) => ({ version }));
const NEWEST: [string, string[]] = ["10", ["it is the newest version"]];

test.each<[string, Partial<ReferenceSources>, [string, string[]][]]>([
  ["nothing", {}, [NEWEST]],
  ["an alias", { aliases: [{ name: "prod", version: "1" }] }, [["1", ["the alias prod points at it"]], NEWEST]],
  [
    "an alias with a weight",
    { aliases: [{ name: "prod", version: "1", additional: { version: "3", weight: 0.055 } }] },
    [["1", ["the alias prod points at it"]], ["3", ["the alias prod sends it 5.5 %"]], NEWEST],
  ],
  ["an alias that can go back", { aliases: [{ name: "prod", version: "3", previousVersion: "2" }] }, [["3", ["the alias prod points at it"]], ["2", ["prod can be rolled back to it"]], NEWEST]],
  ["an alias of $LATEST that can go back", { aliases: [{ name: "dev", version: "$LATEST", previousVersion: "1" }] }, [["1", ["dev can be rolled back to it"]], NEWEST]],
  [
    "a split alias, which goes back to its first version",
    { aliases: [{ name: "prod", version: "1", additional: { version: "3", weight: 0.5 }, previousVersion: "2" }] },
    [["1", ["the alias prod points at it"]], ["3", ["the alias prod sends it 50 %"]], NEWEST],
  ],
  ["an alias of $LATEST", { aliases: [{ name: "dev", version: "$LATEST" }] }, [NEWEST]],
  ["provisioned concurrency", { provisioned: [{ functionArn: `${ARN}:2` }] }, [["2", ["provisioned concurrency is set on it"]], NEWEST]],
  ["a mapping", { mappings: [{ functionArn: `${ARN}:2`, id: "u" }] }, [["2", ["the event source mapping u invokes it"]], NEWEST]],
  ["a mapping of the function itself", { mappings: [{ functionArn: ARN, id: "u" }] }, [NEWEST]],
  ["a URL", { urls: [{ functionArn: `${ARN}:2` }] }, [["2", ["a function URL invokes it"]], NEWEST]],
  ["asynchronous settings", { asynchronous: [{ functionArn: `${ARN}:2` }, { functionArn: `${ARN}:$LATEST` }] }, [["2", ["it has asynchronous settings of its own"]], NEWEST]],
  ["a policy", { policies: ["2"] }, [["2", ["its policy lets others invoke it"]], NEWEST]],
  ["invocations", { invocations: new Map([["1", 1], ["2", 4_218], ["3", 0]]) }, [["1", ["it ran 1 time in the last 14 days"]], ["2", ["it ran 4,218 times in the last 14 days"]], NEWEST]],
  ["a version that is gone", { aliases: [{ name: "old", version: "7" }] }, [NEWEST]],
])("keeps a version for %s", (_what, sources, expected) => {
  expect([...findReferences(versions, { ...NOTHING, ...sources }, 14)]).toEqual(expected);
});

/** Any mixture of references: what is proposed is named by none of them. */
test("never proposes a version that something references", () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const some = () => Array.from({ length: random(3) }, () => String(1 + random(12)));
  for (let round = 0; round < 500; round += 1) {
    const numbers = Array.from({ length: 12 }, (_, index) => ({ version: String(index + 1) }));
    const [aliased, weighted, provisioned, mapped, linked, asynchronous, policies, ran] = Array.from({ length: 8 }, some) as string[][];
    const arns = (list: string[] = []) => list.map((version) => ({ functionArn: `${ARN}:${version}`, id: "u" }));
    const references = findReferences(
      numbers,
      {
        aliases: [
          ...(aliased ?? []).map((version) => ({ name: "a", version })),
          ...(weighted ?? []).map((version) => ({ name: "b", version: "12", additional: { version, weight: 0.5 } })),
        ],
        provisioned: arns(provisioned),
        mappings: arns(mapped),
        urls: arns(linked),
        asynchronous: arns(asynchronous),
        policies: policies ?? [],
        invocations: new Map((ran ?? []).map((version) => [version, 1])),
      },
      14,
    );
    const named = new Set([aliased, weighted, provisioned, mapped, linked, asynchronous, policies, ran].flatMap((list) => list ?? []));
    const proposed = numbers.filter(({ version }) => !references.has(version)).map(({ version }) => version);
    expect(proposed.filter((version) => named.has(version))).toEqual([]);
    expect(proposed).not.toContain("12");
  }
});
