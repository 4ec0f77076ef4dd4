// The import rules of ARCHITECTURE.md, executable. Run: npm run boundaries
const TOPIC = "connections|functions|metrics|cold-starts|runs|run-logs|test-events|configuration|setting-choices|environment|activity|cost|local-region|suites|suite-runs|comparisons|log-retention|undo|bulk-edits|emergency-stops|new-functions|assertions|shareable-events|failed-events|versions|code|triggers|layers";
const TEST = "\\.(test|spec)\\.tsx?$";
/** Set-up that tests share. */
const TEST_SUPPORT = "^lib/.*testing[^/]*\\.ts$";
const SERVICE = `^lib/(${TOPIC})/service\\.ts$`;
const SCHEMA = `^lib/(${TOPIC})/schema\\.ts$`;
const QUERIES = `^lib/(${TOPIC})/queries\\.ts$`;
const PURE = `^lib/(format\\.ts$|(${TOPIC})/(?!service\\.ts|queries\\.ts|schema\\.ts)[^/]+\\.ts$)`;
const npm = (names) => `node_modules/(${names})/`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid("no-cycles", "Two files that import each other are one idea: join or split them.", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    forbid("no-grab-bags", "Name the file for what it holds; no barrels.", {}, { path: "/(index|utils?|helpers?|common|misc|types)\\.tsx?$", pathNot: "node_modules" }),
    forbid("nothing-imports-tests", "Shared set-up lives in a testing file.", { pathNot: [TEST, "^e2e/"] }, { path: TEST }),

    // app ▶ components ▶ lib
    forbid("app-is-the-top", "Only app/ imports app/.", { pathNot: "^app/" }, { path: "^app/" }),
    forbid("lib-knows-no-components", "lib/ could serve another user interface.", { path: "^lib/" }, { path: "^components/" }),
    forbid("ui-and-charts-know-no-topic", "They could ship in another product.", { path: "^components/(ui|charts)/" }, { path: ["^components/(?!ui|charts)", `^lib/(${TOPIC})/`] }),
    forbid("pages-are-shells", "Data reaches a page through its components and the HTTP API: one path.", { path: "^app/(?!api/)" }, { path: [SERVICE, "^lib/http/"] }),
    forbid("handlers-know-no-ui", "A route answers JSON.", { path: "^app/api/" }, { path: "^components/" }),
    forbid("recharts-only-in-charts", "Changing the library touches one folder.", { pathNot: "^components/charts/" }, { path: npm("recharts") }),
    forbid("browser-never-reaches-server", "However many hops away.", { path: "^components/" }, { path: ["^lib/(aws|db|local|zip)/", "^lib/env\\.ts", "^lib/http/route", SERVICE], reachable: true }),

    // inside lib
    forbid("app-goes-through-services", "Route handlers never call the SDK or Prisma.", { path: "^app/" }, { path: "^lib/(aws|db)/" }),
    forbid("services-know-no-http", "A service is called by a route, a test or another service.", { path: SERVICE }, { path: ["^lib/http/", npm("next|react|@tanstack")] }),
    forbid("schemas-are-isomorphic", "zod and other schemas only.", { path: SCHEMA }, { path: ".", pathNot: [SCHEMA, npm("zod")], dependencyTypesNot: ["type-only"] }),
    forbid("queries-are-for-the-browser", "They speak HTTP to our own API.", { path: QUERIES }, { path: ["^lib/(aws|db|local)/", SERVICE] }),
    forbid("domain-is-pure", "Pure files import pure files, schemas' types and errors.", { path: PURE, pathNot: TEST }, { path: ".", pathNot: [PURE, "^lib/errors\\.ts$", npm("ajv|ajv-formats|json-p3|re2js")], dependencyTypesNot: ["type-only"] }),
    forbid("sdk-only-in-lib-aws", "One place knows the SDK.", { pathNot: ["^lib/aws/", TEST, TEST_SUPPORT, "^e2e/", "^bench/"] }, { path: npm("@aws-sdk|@smithy"), dependencyTypesNot: ["type-only"] }),
    forbid("prisma-only-in-lib-db", "One place knows the database.", { pathNot: ["^lib/db/", "^prisma/", TEST, TEST_SUPPORT] }, { path: ["^lib/db/generated", npm("@prisma")] }),

    // the local region is an island with one bridge
    forbid("local-is-an-island", "It shares lib/local-contract.ts and nothing else.", { path: "^lib/local/", pathNot: TEST }, { path: "^(app|components|lib|prisma|scripts)/", pathNot: ["^lib/local/", "^scripts/better-sqlite3/", "^lib/local-contract\\.ts$"] }),
    forbid("local-uses-relative-imports", "It runs without Next's resolver.", { path: "^lib/local/", pathNot: TEST }, { dependencyTypes: ["aliased"] }),
    forbid("local-uses-no-web-packages", "It must start in milliseconds.", { path: "^lib/local/", pathNot: TEST }, { path: npm("next|react|react-dom|@tanstack|@prisma|recharts|zod") }),
    forbid("nobody-imports-local", "Talk to it over HTTP.", { pathNot: ["^lib/local/", TEST, TEST_SUPPORT, "^e2e/"] }, { path: "^lib/local/" }),
    forbid("tests-enter-local-by-its-fixture", "One door.", { path: [TEST, "^e2e/"], pathNot: "^lib/local/" }, { path: "^lib/local/(?!testing\\.ts$)" }),
    forbid("contract-imports-nothing", "Both processes read it.", { path: "^lib/local-contract\\.ts$" }, { path: "." }),
  ],
  required: [
    {
      name: "server-code-says-so",
      comment: 'First line: import "server-only".',
      severity: "error",
      module: { path: [SERVICE, "^lib/(aws|db)/", "^lib/http/route\\.ts$", "^lib/env\\.ts$"], pathNot: [TEST, TEST_SUPPORT, "^lib/db/generated"] },
      to: { path: "server-only" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^lib/db/generated", "^lib/local/sample/functions"] },
    exclude: { path: ["^lib/db/generated/.*", "^lib/local/sample/functions"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
