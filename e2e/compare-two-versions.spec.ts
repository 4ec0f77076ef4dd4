import { CreateAliasCommand, GetAliasCommand, PublishVersionCommand, UpdateFunctionCodeCommand, waitUntilFunctionUpdatedV2 } from "@aws-sdk/client-lambda";
import { AxeBuilder } from "@axe-core/playwright";
import { ZipFile } from "yazl";
import { expect, functionPage, lambda, test } from "./fixtures";

const sourceOf = (waitMs: number, price: number) =>
  `export const handler = async () => { await new Promise((done) => setTimeout(done, ${waitMs})); return { price: ${price}, id: crypto.randomUUID() }; };`;

async function zip(source: string): Promise<Buffer> {
  const archive = new ZipFile();
  archive.addBuffer(Buffer.from(source), "index.mjs");
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Version 1 behind `prod`, slow; version 2, quick, with another price. */
async function publishTwo(FunctionName: string): Promise<void> {
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  await lambda.send(new CreateAliasCommand({ FunctionName, Name: "prod", FunctionVersion: "1" }));
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: await zip(sourceOf(10, 12)) }));
  await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: 15, minDelay: 1 }, { FunctionName });
  await lambda.send(new PublishVersionCommand({ FunctionName }));
}

test("the same event on two versions: what differs, which is faster, and the alias moved in steps and back", async ({ page, request, createFunction }) => {
  const name = await createFunction({ source: sourceOf(250, 10) });
  await publishTwo(name);
  const saved = await request.post(`/api/local/functions/us-east-1/${name}/test-events`, { headers: { "x-warmstart-request": "1" }, data: { name: "a basket", payload: "{}", shared: false } });
  expect(saved.ok(), await saved.text()).toBe(true);

  await page.goto(functionPage(name, "/compare"));
  await page.getByRole("combobox", { name: "Left side" }).selectOption("prod");
  await page.getByRole("combobox", { name: "Right side" }).selectOption("2");
  await page.getByRole("combobox", { name: "Warm runs each" }).selectOption("5 warm runs each");
  await page.getByRole("checkbox", { name: "a basket" }).check();
  await page.getByRole("button", { name: "Compare", exact: true }).click();

  const result = page.getByRole("region", { name: "a basket" });
  await expect(result.getByText(/^Version 2 is faster by \d+ ms at the median/)).toBeVisible();
  const figures = result.getByRole("table");
  await expect(figures.getByRole("row", { name: /Warm runs/ })).toContainText(/5\s*5/);
  await expect(figures.getByRole("row", { name: /Cold starts/ })).toContainText(/1, INIT/);
  // The price differs; the id differs too, but from run to run on each side.
  await expect(result.getByText("$.price")).toBeVisible();
  await expect(result.getByText(/Left out, as it differs between runs of one side too/)).toContainText("$.id");
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ").slice(0, 400)}`)).toEqual([]);

  const traffic = page.getByRole("region", { name: "Move traffic" });
  await traffic.getByRole("button", { name: "10 %", exact: true }).click();
  await expect(traffic).toContainText("90 % 1 + 10 % 2");
  const weightsOf = async () => (await lambda.send(new GetAliasCommand({ FunctionName: name, Name: "prod" }))).RoutingConfig?.AdditionalVersionWeights;
  expect(await weightsOf()).toEqual({ 2: 0.1 });
  await traffic.getByRole("button", { name: "100 %", exact: true }).click();
  await expect(traffic).toContainText("All of it goes to version 2");
  await traffic.getByRole("button", { name: "Roll back to 1" }).click();
  await expect(traffic).toContainText("Move it to version 2 in steps");
  expect((await lambda.send(new GetAliasCommand({ FunctionName: name, Name: "prod" }))).FunctionVersion).toBe("1");

  await page.goto(functionPage(name, "/compare"));
  await page.getByRole("list", { name: "Comparisons" }).getByRole("button", { name: "prod · 2" }).click();
  await expect(result.getByText(/^Version 2 is faster by/)).toBeVisible();
});

test("a function without versions says what to do first, and a narrow page does not overflow", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(functionPage(name, "/compare"));
  await expect(page.getByText("This function has neither versions nor aliases")).toBeVisible();
  await expect(page.getByRole("button", { name: "Compare", exact: true })).toHaveAttribute("aria-disabled", "true");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});
