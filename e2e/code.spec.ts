import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { GetFunctionConfigurationCommand, InvokeCommand, PublishVersionCommand } from "@aws-sdk/client-lambda";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, functionPage, lambda, test, zip } from "./fixtures";

const SOURCE = 'export const handler = async () => "one";\n';

async function answerOf(name: string): Promise<unknown> {
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: name }));
  return JSON.parse(Buffer.from(Payload ?? []).toString("utf8"));
}

const checksumOf = async (name: string) => (await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }))).CodeSha256;

async function type(page: Page, path: string, text: string) {
  await page.getByRole("textbox", { name: `Source of ${path}` }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

test("a file is edited, reviewed as a diff and deployed with its checksum verified; the version before is a diff away", async ({ page, createFunction }) => {
  const name = await createFunction({ source: SOURCE });
  await lambda.send(new PublishVersionCommand({ FunctionName: name }));
  await page.goto(functionPage(name, "/code"));
  await expect(page.getByText("in index.mjs")).toBeVisible();
  await type(page, "index.mjs", 'export const handler = async () => "two";\n');
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByLabel("Path of the new file").fill("../out.mjs");
  await page.keyboard.press("Enter");
  await expect(page.getByText("no . and no .. in it")).toBeVisible();
  await page.getByLabel("Path of the new file").fill("lib/extra.mjs");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 files changed, not deployed")).toBeVisible();
  await page.getByRole("button", { name: "Review and deploy" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "Differences in index.mjs" })).toContainText('"two"');
  await dialog.getByRole("button", { name: "Deploy" }).click();
  await expect(page.getByText("AWS names the checksum of exactly what was sent.")).toBeVisible();
  expect(await answerOf(name)).toBe("two");

  await page.goto(functionPage(name, "/code?left=1&right=$LATEST"));
  await expect(page.getByText("2 of 2 files differ.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Differences in index.mjs" })).toContainText('"one"');
  await page.goto(functionPage(name, "/code?qualifier=1"));
  await expect(page.getByText("A published version cannot be changed: edit $LATEST and publish it.")).toBeVisible();
});

test("a zip is checked before AWS sees it, deployed, and downloaded as the same bytes", async ({ page, createFunction }, info) => {
  const name = await createFunction({ source: SOURCE });
  const before = await checksumOf(name);
  await page.goto(functionPage(name, "/code"));
  await page.getByRole("button", { name: "Upload zip…" }).click();
  const dialog = page.getByRole("dialog");
  const upload = async (buffer: Buffer) => {
    await dialog.getByLabel("Zip file").setInputFiles({ name: "code.zip", mimeType: "application/zip", buffer });
    await dialog.getByRole("button", { name: "Deploy", exact: true }).click();
  };
  const climbing = await zip({ "index.mjs": SOURCE, "aa/evil.js": "x" });
  await upload(Buffer.from(climbing.toString("latin1").replaceAll("aa/evil.js", "../evil.js".padEnd(10).slice(0, 10)), "latin1"));
  await expect(dialog.getByText(/climbs out/)).toBeVisible();
  await upload(await zip({ "my-function/index.mjs": SOURCE }));
  await expect(dialog.getByText(/has no file for the handler index.handler/)).toBeVisible();
  expect(await checksumOf(name)).toBe(before);
  const good = await zip({ "index.mjs": 'export const handler = async () => "three";' });
  await upload(good);
  await expect(dialog).toBeHidden();
  expect(await answerOf(name)).toBe("three");
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const saved = info.outputPath("saved.zip");
  const download = await waiting;
  expect(download.suggestedFilename()).toBe(`${name}-latest.zip`);
  await download.saveAs(saved);
  const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("base64");
  expect(sha256(await readFile(saved))).toBe(sha256(good));
  expect(await checksumOf(name)).toBe(sha256(good));
});

test("edits are kept when somebody deployed meanwhile, and S3 is refused in words", async ({ page, createFunction }) => {
  const name = await createFunction({ source: SOURCE });
  await page.goto(functionPage(name, "/code"));
  await type(page, "index.mjs", 'export const handler = async () => "mine";\n');
  const elsewhere = await page.request.get(`/api/local/functions/us-east-1/${name}/code`);
  const { revisionId, codeSha256 } = (await elsewhere.json()) as { revisionId: string; codeSha256: string };
  const theirs = { revisionId, codeSha256, files: [{ path: "index.mjs", text: 'export const handler = async () => "theirs";' }], removed: [] };
  const deployed = await page.request.put(`/api/local/functions/us-east-1/${name}/code/files`, { headers: { "x-warmstart-request": "1" }, data: theirs });
  expect(deployed.status()).toBe(200);
  await page.getByRole("button", { name: "Review and deploy" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Deploy" }).click();
  await expect(page.getByRole("dialog").getByText(/deployed other code/)).toBeVisible();
  expect(await answerOf(name)).toBe("theirs");
  await page.getByRole("dialog").getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("textbox", { name: "Source of index.mjs" })).toContainText('"mine"');
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "From S3…" }).click();
  await page.getByLabel("Bucket").fill("releases");
  await page.getByLabel("Key").fill("app.zip");
  await page.getByRole("dialog").getByRole("button", { name: "Deploy" }).click();
  await expect(page.getByRole("dialog").getByText("Not deployed")).toBeVisible();
});

test("Code is accessible, in both themes and at 390 px", async ({ page, createFunction }) => {
  const name = await createFunction({ source: SOURCE });
  for (const [width, colorScheme] of [[1440, "light"], [390, "dark"]] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(functionPage(name, "/code"));
    await expect(page.getByRole("textbox", { name: "Source of index.mjs" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
