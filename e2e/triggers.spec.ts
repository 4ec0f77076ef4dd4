import { CreateQueueCommand, DeleteQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { GetPolicyCommand, ListEventSourceMappingsCommand } from "@aws-sdk/client-lambda";
import { AxeBuilder } from "@axe-core/playwright";
import { LOCAL_PORT } from "./addresses";
import { expect, functionPage, lambda, REGION, test } from "./fixtures";

const sqs = new SQSClient({ region: REGION, endpoint: `http://127.0.0.1:${LOCAL_PORT}`, credentials: { accessKeyId: "E2ELOCAL", secretAccessKey: "e2e-secret" }, maxAttempts: 1 });

test("a permission is judged before and after it is added, and removed again", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/triggers"));
  await expect(page.getByText("Nothing invokes it by itself")).toBeVisible();
  const add = async (statementId: string, principal: string, sourceArn: string, says: RegExp) => {
    await page.getByRole("button", { name: "Add permission" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Statement id").fill(statementId);
    await dialog.getByLabel("Principal").fill(principal);
    await dialog.getByLabel("Source ARN").fill(sourceArn);
    await expect(dialog.getByRole("status")).toContainText(says);
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await add("photos", "s3.amazonaws.com", "arn:aws:s3:::photos", /bucket of the same name in another account/);
  await add("orders", "sqs.amazonaws.com", `arn:aws:sqs:${REGION}:000000000000:orders`, /needs an event source mapping/);
  await expect(page.getByRole("listitem").filter({ hasText: "S3" })).toContainText("permission only");
  await expect(page.getByRole("listitem").filter({ hasText: "SQS" })).toContainText("will never fire");
  await expect(page.getByText("1 permission only, 1 will never fire")).toBeVisible();
  await page.getByRole("button", { name: "Remove S3 photos" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "S3" })).toHaveCount(0);
  const { Policy = "" } = await lambda.send(new GetPolicyCommand({ FunctionName: name }));
  expect((JSON.parse(Policy) as { Statement: { Sid: string }[] }).Statement.map(({ Sid }) => Sid)).toEqual(["orders"]);
});

test("a queue is added, works, is switched off and on, and gets a checked filter", async ({ page, createFunction }) => {
  const name = await createFunction();
  const queue = `${name}-orders`;
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: queue, Attributes: { VisibilityTimeout: "60" } }));
  await page.goto(functionPage(name, "/triggers"));
  await page.getByRole("button", { name: "Add event source" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("ARN of the source").fill(`arn:aws:sqs:${REGION}:000000000000:${queue}`);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: queue });
  await expect(row).toContainText("Lambda polls the source");
  await row.getByRole("button", { name: "Disable" }).click();
  await expect(row).toContainText("It is switched off.");
  await row.getByRole("button", { name: "Enable" }).click();
  await expect(row).toContainText("Lambda polls the source");

  await row.getByRole("button", { name: "Edit" }).click();
  await dialog.getByLabel("Batch size").fill("50");
  await expect(dialog.getByText("wants a window of at least 1 s")).toBeVisible();
  await dialog.getByLabel("Batch window, s").fill("1");
  await dialog.getByLabel("Filter").fill('{"body":{"status":"paid"}}');
  await expect(dialog.getByText("“body.status” must be a list")).toBeVisible();
  await dialog.getByLabel("Filter").fill('{"body":{"status":["paid"]}}');
  await dialog.getByLabel("Maximum concurrency").fill("2");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("batch size 50 · window 1 s · at most 2 at once");
  const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({ FunctionName: name }));
  expect(EventSourceMappings[0]).toMatchObject({ BatchSize: 50, MaximumBatchingWindowInSeconds: 1, FilterCriteria: { Filters: [{ Pattern: '{"body":{"status":["paid"]}}' }] }, ScalingConfig: { MaximumConcurrency: 2 } });

  await page.getByRole("button", { name: `Remove SQS ${queue}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(row).toHaveCount(0);
  await sqs.send(new DeleteQueueCommand({ QueueUrl }));
});

test("Triggers and Layers are accessible, in both themes and at 390 px", async ({ page, createFunction }) => {
  const name = await createFunction();
  for (const [width, colorScheme] of [[1440, "dark"], [390, "light"]] as const) {
    for (const [path, heading] of [[functionPage(name, "/triggers"), "Destinations"], ["/local/layers", "Layers"]] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(path);
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
      await expect(page.getByRole("status", { name: /Loading/ })).toHaveCount(0);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  }
});
