import { PutFunctionEventInvokeConfigCommand } from "@aws-sdk/client-lambda";
import { CreateQueueCommand, DeleteQueueCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { LOCAL_PORT } from "./addresses";
import { expect, functionPage, lambda, REGION, test } from "./fixtures";

const sqs = new SQSClient({ region: REGION, endpoint: `http://127.0.0.1:${LOCAL_PORT}`, credentials: { accessKeyId: "E2ELOCAL", secretAccessKey: "e2e-secret" }, maxAttempts: 1 });

/** As Lambda writes it: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
function recordOf(name: string) {
  return {
    version: "1.0",
    timestamp: "2026-11-14T18:16:05.568Z",
    requestContext: { requestId: "e4b46cbf-b738-4f2b-8880-a18cdf61200e", functionArn: `arn:aws:lambda:${REGION}:000000000000:function:${name}:$LATEST`, condition: "RetriesExhausted", approximateInvokeCount: 3 },
    requestPayload: { order: "o-1042", customer: { email: "ada@example.org", phone: "+49 151 2345 6789" }, headers: { authorization: "Bearer abc.def.ghi" } },
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    responsePayload: { errorType: "TypeError", errorMessage: "basket is empty" },
  };
}

test("a record in the on-failure queue becomes an event without the secrets that were in it", async ({ page, createFunction }) => {
  const name = await createFunction();
  const queueName = `failed-${name}`;
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: queueName }));
  const queueArn = `arn:aws:sqs:${REGION}:000000000000:${queueName}`;
  await lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName: name, DestinationConfig: { OnFailure: { Destination: queueArn } } }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(recordOf(name)) }));

  await page.goto(functionPage(name, "/test"));
  await page.getByRole("button", { name: "Import and export" }).click();
  await page.getByRole("menuitem", { name: "Import…" }).click();
  await page.getByRole("button", { name: "A failure" }).click();
  await page.getByRole("button", { name: "Look into it" }).click();
  await page.getByRole("list", { name: "Messages" }).getByRole("button").click();
  const kept = page.getByRole("region", { name: "What will be kept" });
  await expect(kept.getByText("RetriesExhausted: basket is empty")).toBeVisible();
  await expect(kept.getByText("3 values are replaced")).toBeVisible();
  await expect(kept).not.toContainText("ada@example.org");
  // One is taken back, and redacted again.
  const email = kept.getByRole("checkbox", { name: /customer\.email/ });
  await email.uncheck();
  await expect(kept).toContainText("ada@example.org");
  await email.check();
  await page.getByRole("button", { name: "Open in the editor" }).click();
  const json = page.getByRole("textbox", { name: "Event JSON" });
  await expect(json).toContainText('"order": "o-1042"');
  await expect(json).toContainText("redacted-1@example.com");
  await page.getByRole("button", { name: "Save event" }).click();
  await expect(page.getByRole("region", { name: "Test events" }).getByText("failed e4b46cbf")).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage));
  for (const secret of ["ada@example.org", "2345 6789", "abc.def.ghi"]) expect(stored).not.toContain(secret);
  await sqs.send(new DeleteQueueCommand({ QueueUrl }));
});

test("a pasted log line and a pasted curl line become events", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "/test"));
  const json = page.getByRole("textbox", { name: "Event JSON" });
  const open = async (source: string) => {
    await page.getByRole("button", { name: "Import and export" }).click();
    await page.getByRole("menuitem", { name: "Import…" }).click();
    await page.getByRole("button", { name: source, exact: true }).click();
  };
  await open("A failure");
  await page.getByRole("textbox", { name: "Or paste it" }).fill('2026-11-13T15:08:50.123Z\t8f507cfc\tERROR\tfailed with {"order":"o-7","password":"hunter2"}');
  await page.getByRole("button", { name: "Open in the editor" }).click();
  await expect(json).toContainText('"order": "o-7"');
  await expect(json).not.toContainText("hunter2");
  await open("curl");
  await page.getByRole("textbox", { name: "curl line" }).fill(`curl 'https://shop.example.com/orders?x=1' -H 'authorization: Bearer abc.def' --data-raw '{"sku":"MUG"}'`);
  await page.getByRole("button", { name: "Open in the editor" }).click();
  await expect(json).toContainText('"rawPath": "/orders"');
  await expect(json).toContainText('"authorization": "Bearer REDACTED-token-1"');
});
