import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContent, writeContent } from "../content/compile.ts";
import { printProblems } from "../content/problems.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const stampFile = join(root, "build", "stamp");
const inputs = ["app", "db", "content", "public", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];

/** Hash over every file the build is made from: the same inputs need no second build. */
function stampOfInputs(): string {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const path = join(root, input);
    const files = input.includes(".") ? [path] : readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
    for (const file of files) hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** Builds content and site if anything changed. Prints what it does to stderr; ends the process with a sentence when the build fails. */
export async function buildOnce({ force = false } = {}): Promise<void> {
  const stamp = stampOfInputs();
  if (!force && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const started = performance.now();
  console.error("Building content and site …");
  const { source, problems } = await readContent("content");
  if (problems.length > 0) {
    console.error(printProblems(problems));
    console.error(`content: ${problems.length} problems, nothing was built`);
    process.exit(1);
  }
  const remix = spawn(process.execPath, [join(root, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build", "--logLevel", "warn"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const said: string[] = [];
  remix.stdout.on("data", (text: Buffer) => said.push(text.toString()));
  remix.stderr.on("data", (text: Buffer) => said.push(text.toString()));
  const code = await new Promise<number | null>((resolve) => remix.on("close", resolve));
  if (code !== 0) {
    console.error(said.join(""));
    console.error("The build failed, see above.");
    process.exit(1);
  }
  // After Remix, which empties nothing but its own folders under build/.
  writeContent(source, join(root, "build", "content"));
  writeFileSync(stampFile, stamp);
  console.error(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
