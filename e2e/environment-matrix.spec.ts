import { AxeBuilder } from "@axe-core/playwright";
import { expect, functionPage, lambda, openListWith, REGION, test } from "./fixtures";
import { GetFunctionConfigurationCommand } from "@aws-sdk/client-lambda";

const variablesOf = async (name: string) => (await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }))).Environment?.Variables;

test("variables of several functions side by side: same, different, missing, and no value leaves the server", async ({ page, createFunction }) => {
  const one = await createFunction({ environment: { STAGE: "prod-zq81x", TABLE: "orders-zq81x", ONLY_HERE: "only-zq81x" } });
  const two = await createFunction({ environment: { STAGE: "dev-zq81x", TABLE: "orders-zq81x" } });
  const bodies: string[] = [];
  page.on("response", async (response) => bodies.push(await response.text().catch(() => "")));
  await openListWith(page, two);
  await page.goto(functionPage(one, "/environment"));
  await page.getByRole("link", { name: "Side by side" }).click();
  await expect(page.getByText("3 variables. Add another function to compare.")).toBeVisible();
  await page.getByRole("button", { name: "Add a function" }).click();
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await dialog.getByRole("textbox", { name: "Search functions" }).fill(two);
  await dialog.getByRole("checkbox", { name: new RegExp(two) }).click();
  await expect(dialog.getByRole("checkbox", { name: new RegExp(two) })).toBeChecked();
  await dialog.getByRole("button", { name: "Done" }).click();

  await expect(page.getByText("3 variables: 1 has different values, 1 is missing somewhere.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^STAGE A .* B .* different/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^TABLE A A same/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^ONLY_HERE A missing missing/ })).toBeVisible();
  await page.getByRole("button", { name: "Different" }).click();
  await expect(page.getByRole("row", { name: /^TABLE/ })).toBeHidden();
  expect(bodies.join("\n")).not.toContain("zq81x");

  // The address keeps the choice.
  await page.reload();
  await expect(page.getByRole("row", { name: /^STAGE/ })).toBeVisible();
  await page.getByRole("button", { name: `Take ${two} out` }).click();
  await expect(page.getByText("3 variables. Add another function to compare.")).toBeVisible();
});

test("a column that cannot be read says so, and the others stay", async ({ page, createFunction }) => {
  const name = await createFunction({ environment: { STAGE: "prod" } });
  await page.goto(`/local/environment?columns=${REGION}/${name},${REGION}/there-is-none`);
  await expect(page.getByRole("columnheader", { name: /there-is-none/ })).toContainText("no such resource");
  await expect(page.getByRole("row", { name: /^STAGE A not read same/ })).toBeVisible();
});

test("the environment as text: change, rename and remove without having seen a value; comments are said to go", async ({ page, createFunction }) => {
  const name = await createFunction({ environment: { API_KEY: "hidden-value", STAGE: "dev", OLD: "x" } });
  await page.goto(functionPage(name, "/environment"));
  await expect(page.getByText("Looks like a secret: its name says so.")).toBeVisible();
  await page.getByRole("button", { name: "Text and files" }).click();
  await page.getByRole("menuitem", { name: "Edit as .env text" }).click();
  const text = page.getByRole("textbox", { name: "Variables as .env text" });
  await expect(text).toHaveValue("API_KEY=<value of API_KEY>\nOLD=<value of OLD>\nSTAGE=<value of STAGE>");
  await text.fill("AWS_REGION=x");
  await expect(page.getByText(/AWS_REGION is reserved/)).toBeVisible();
  await text.fill("# the payment provider\nAPI_TOKEN=<value of API_KEY>\nSTAGE='pre prod'\nNEW=1");
  await expect(page.getByText("1 comment is not kept")).toBeVisible();
  await page.getByRole("button", { name: "Back to the table" }).click();
  await expect(page.getByText("4 changes, not saved")).toBeVisible();
  await page.getByRole("button", { name: "Review changes" }).click();
  const review = page.getByRole("dialog", { name: "Review changes" });
  await expect(review.getByRole("row", { name: /API_KEY renamed to API_TOKEN as it is/ })).toBeVisible();
  await review.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Environment saved")).toBeVisible();
  expect(await variablesOf(name)).toEqual({ API_TOKEN: "hidden-value", STAGE: "pre prod", NEW: "1" });
});

test("a file is imported, and names are exported without values", async ({ page, createFunction }) => {
  const name = await createFunction({ environment: { API_KEY: "hidden-value" } });
  await page.goto(functionPage(name, "/environment"));
  await expect(page.getByRole("textbox", { name: "Name of API_KEY" })).toBeVisible();
  await page.getByLabel("File to import").setInputFiles({ name: "prod.env", mimeType: "text/plain", buffer: Buffer.from("STAGE=prod\nTABLE=orders\n") });
  await expect(page.getByText("2 variables taken from prod.env")).toBeVisible();
  await expect(page.getByText("2 changes, not saved")).toBeVisible();
  await page.getByRole("button", { name: "Text and files" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "Export names, without values" }).click()]);
  expect(download.suggestedFilename()).toBe(`${name}.env.example`);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe("API_KEY=\n");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the matrix, ${colorScheme}, and nothing overflows at 390 pixels`, async ({ page, createFunction }) => {
    const one = await createFunction({ environment: { STAGE: "a", API_KEY: "abcdef" } });
    const two = await createFunction({ environment: { STAGE: "b" } });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/local/environment?columns=${REGION}/${one},${REGION}/${two}`);
    await expect(page.getByRole("row", { name: /^STAGE/ })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  });
}
