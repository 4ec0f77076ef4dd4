import { DeleteFunctionConcurrencyCommand, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import { expect, functionPage, invoke, lambda, SLEEPER, test } from "./fixtures";

test("ten at once with reserved concurrency 2: two run, eight are rejected, and the chart says so", async ({ page, createFunction }) => {
  const name = await createFunction({ source: SLEEPER });
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 2 }));
  const answers = await Promise.all(Array.from({ length: 10 }, () => invoke(name)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
  expect(answers.filter(({ status, reason }) => status === 429 && reason === "ReservedFunctionConcurrentInvocationLimitExceeded")).toHaveLength(8);

  await page.goto(functionPage(name, "?range=15m"));
  const requests = page.getByRole("group", { name: "Requests", exact: true });
  await expect(requests.getByText(/2 ran/)).toBeVisible();
  await expect(requests.getByText(/8 (were )?rejected/)).toBeVisible();
  await requests.getByRole("button", { name: "View Requests as table" }).click();
  await expect(requests.getByRole("row").filter({ has: page.getByRole("cell", { name: /^8\b/ }) })).toBeVisible();
});

test("rejections under a limit that is gone are told with what is known, and no cause is claimed", async ({ page, createFunction }) => {
  const name = await createFunction({ source: SLEEPER });
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 2 }));
  await Promise.all(Array.from({ length: 6 }, () => invoke(name)));
  await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName: name }));
  // The newest minute may still change and is not judged: here it is old enough.
  await page.route("**/metrics?range=15m", async (route) => {
    const response = await route.fetch();
    const metrics = (await response.json()) as { window: { endMs: number; provisionalFromMs: number } };
    await route.fulfill({ response, json: { ...metrics, window: { ...metrics.window, provisionalFromMs: metrics.window.endMs } } });
  });
  await page.goto(functionPage(name, "?range=15m"));
  await expect(page.getByText(/^Rejected .* the cause is not certain\.$/)).toBeVisible();
  await expect(page.getByText(/Today no concurrency is reserved for it\./)).toBeVisible();
});

test("a function that keeps failing gets a verdict without any rejection", async ({ page, createFunction }) => {
  const name = await createFunction({ source: "export const handler = async () => { throw new Error('no'); };" });
  await invoke(name);
  await page.goto(functionPage(name, "?range=15m"));
  await expect(page.getByText("Every invocation failed.")).toBeVisible();
  await expect(page.getByText(/1 of 1, above 5 %/)).toBeVisible();
});

test("duration, concurrency and cold starts of the shop over seven days, marked as simulated", async ({ page }) => {
  await page.goto(functionPage("checkout", "?range=7d"));
  for (const name of ["Requests", "Duration", "Concurrency", "Cold starts"])
    await expect(page.getByRole("group", { name, exact: true }).locator("svg").first()).toBeVisible();
  await expect(page.getByText(/simulated/i).first()).toBeVisible();
  await page.getByRole("button", { name: "15 m" }).click();
  await expect(page).toHaveURL(/range=15m/);
});

test("a function that never ran says so and offers a longer range", async ({ page, createFunction }) => {
  const name = await createFunction();
  await page.goto(functionPage(name, "?range=1h"));
  await expect(page.getByText(/No invocations/i).first()).toBeVisible();
});
