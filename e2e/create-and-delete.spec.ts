import { DeleteFunctionCommand, GetFunctionCommand, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, functionPage, invoke, lambda, test } from "./fixtures";

const read = (FunctionName: string) => lambda.send(new GetFunctionCommand({ FunctionName }));

test("a function is created from a template, by keyboard where it matters, and its Test page opens", async ({ page }) => {
  const name = `e2e-new-${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/local/functions");
  await page.getByRole("link", { name: "Create function" }).click();
  await page.getByRole("button", { name: "Create function" }).click();
  await expect(page.getByText("Give the function a name.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("combobox", { name: "Template" }).selectOption({ label: "HTTP answer, Node.js" });
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("combobox", { name: "Runtime" }).selectOption("nodejs22.x");
  await page.keyboard.press("Tab");
  await page.getByRole("textbox", { name: "Timeout, s" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`${functionPage(name)}/test`));
  expect(await invoke(name, { rawPath: "/x" })).toMatchObject({ status: 200, functionError: undefined });
  await lambda.send(new DeleteFunctionCommand({ FunctionName: name }));
});

test("a copy takes along what is ticked", async ({ page, createFunction }) => {
  const original = await createFunction({ environment: { STAGE: "dev" }, timeoutSeconds: 11 });
  const copy = `${original}-copy`;
  await page.goto(functionPage(original));
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Copy to a new function…" }).click();
  await expect(page.getByRole("textbox", { name: "Timeout, s" })).toHaveValue("11");
  await page.getByRole("textbox", { name: "Name" }).fill(copy);
  await page.getByRole("button", { name: "Create function" }).click();
  await expect(page).toHaveURL(new RegExp(`${functionPage(copy)}/test`));
  expect((await read(copy)).Configuration).toMatchObject({ Timeout: 11, Environment: { Variables: { STAGE: "dev" } }, CodeSha256: (await read(original)).Configuration?.CodeSha256 });
  await lambda.send(new DeleteFunctionCommand({ FunctionName: copy }));
});

test("a function is deleted by its typed name and comes back whole from the toast", async ({ page, createFunction }) => {
  const name = await createFunction({ environment: { KEY: "kept" } });
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 2 }));
  const before = await read(name);
  await page.goto(functionPage(name));
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog", { name: `Delete ${name}` });
  await expect(dialog.getByRole("region", { name: "What stays" })).toContainText(`/aws/lambda/${name}`);
  await expect(dialog.getByRole("region", { name: "What goes" })).toContainText("reserved concurrency of 2");
  await expect(dialog.getByRole("button", { name: "Delete" })).toBeDisabled();
  await dialog.getByRole("textbox", { name: `Type ${name} to delete it` }).fill(name);
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`${name} is deleted`)).toBeVisible();
  await expect(read(name)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`${name} is back`)).toBeVisible();
  const after = await read(name);
  expect(after.Configuration).toMatchObject({ Environment: { Variables: { KEY: "kept" } }, CodeSha256: before.Configuration?.CodeSha256 });
  expect(after.Concurrency?.ReservedConcurrentExecutions).toBe(2);
});

test("a deleted function is made again from Activity later", async ({ page, createFunction }) => {
  const name = await createFunction();
  const response = await page.request.post(`/api/local/functions/us-east-1/${name}/deletion`, { data: { confirm: name }, headers: { "x-warmstart-request": "1" } });
  expect(response.status()).toBe(200);
  await page.goto(`/local/activity?q=${name}`);
  await page.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "Recreate" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  expect((await read(name)).Configuration?.FunctionName).toBe(name);
});
