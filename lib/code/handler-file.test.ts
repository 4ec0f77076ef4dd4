import { expect, test } from "vitest";
import { findHandlerFile, handlerPaths } from "./handler-file";

test.each<[string | undefined, string | undefined, string[] | undefined]>([
  ["nodejs22.x", "index.handler", ["index.js", "index.mjs", "index.cjs"]],
  ["nodejs22.x", "src/app.run", ["src/app.js", "src/app.mjs", "src/app.cjs"]],
  ["nodejs22.x", "./src/app.nested.run", ["src/app.js", "src/app.mjs", "src/app.cjs"]],
  ["nodejs22.x", "index", undefined],
  ["python3.13", "app.lambda_handler", ["app.py", "app/__init__.py"]],
  ["python3.13", "shop.orders.handle", ["shop/orders.py", "shop/orders/__init__.py"]],
  ["python3.13", "shop/orders.handle", ["shop/orders.py", "shop/orders/__init__.py"]],
  ["python3.13", "handler", undefined],
  ["ruby3.3", "function.Handler.process", ["function.rb"]],
  ["provided.al2023", "anything", ["bootstrap"]],
  ["java21", "com.example.Handler::handleRequest", undefined],
  ["dotnet8", "Assembly::Namespace.Class::Method", undefined],
  [undefined, undefined, undefined],
])("%s with handler %s", (runtime, handler, expected) => {
  expect(handlerPaths(runtime, handler)).toEqual(expected);
});

test.each([
  [["index.js", "index.mjs"], ["lib/index.js", "index.mjs"], "index.mjs"],
  [["index.js"], ["Index.js"], undefined],
])("finds %j in %j", (expected, paths, found) => expect(findHandlerFile(expected, paths)).toBe(found));
