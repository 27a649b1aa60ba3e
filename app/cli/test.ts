import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";

/**
 * `npm test`: types, lint, content and build, then unit, integration and architecture tests, then the browser journeys.
 * Goes on after a failure, so that one run tells everything, and ends with `N passed, N failed`.
 */
const folder = "test-results";
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

let passed = 0;
let failed = 0;

async function run(title: string, command: string, args: string[]): Promise<boolean> {
  const started = performance.now();
  console.log(`\n— ${title}`);
  const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, FORCE_COLOR: "0" } });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  console.log(`— ${title}: ${code === 0 ? "ok" : "FAILED"} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return code === 0;
}

/** One step that is one check. */
async function check(title: string, command: string, args: string[]): Promise<boolean> {
  const good = await run(title, command, args);
  if (good) passed += 1;
  else failed += 1;
  return good;
}

/** A report that is missing or says nothing ran is a failure, never a silent pass. */
function count(file: string, read: (report: unknown) => { passed: number; failed: number; skipped: number }): void {
  try {
    const result = read(JSON.parse(readFileSync(file, "utf8")));
    passed += result.passed;
    failed += result.failed + result.skipped + (result.passed + result.failed === 0 ? 1 : 0);
    if (result.skipped > 0) console.error(`${file}: ${result.skipped} skipped, which counts as failed`);
  } catch (error) {
    failed += 1;
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const Vitest = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), numTodoTests: z.number(), success: z.boolean() });
const Playwright = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }), errors: z.array(z.unknown()) });

const node = process.execPath;
await check("types", node, ["node_modules/typescript/bin/tsc", "--noEmit"]);
await check("lint", node, ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"]);
const built = await check("content and build", node, ["app/cli/build.ts", "--force"]);

if (!process.env.TEST_DATABASE_URL) console.log("\nTEST_DATABASE_URL is not set: the integration tests run on SQLite only.");
const vitestGood = await run("unit, integration, architecture", node, ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${folder}/vitest.json`]);
count(`${folder}/vitest.json`, (report) => {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = Vitest.parse(report);
  // A file that cannot be loaded fails the run without failing a test.
  return { passed: numPassedTests, failed: numFailedTests + (success === vitestGood && (success || numFailedTests > 0) ? 0 : 1), skipped: numPendingTests + numTodoTests };
});

if (built) {
  await run("journeys", node, ["node_modules/@playwright/test/cli.js", "test"]);
  count(`${folder}/playwright.json`, (report) => {
    const { stats, errors } = Playwright.parse(report);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
  });
} else {
  failed += 1;
  console.error("journeys: not run, there is no build");
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
