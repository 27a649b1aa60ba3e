// The door of every npm script. Plain JavaScript that an old Node can run: installs what is missing, finds a Node that is new
// enough (package.json brings one along for Linux), and hands over to app/cli/<command>.ts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const oldest = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const bin = join(root, "node_modules", ".bin");
const [command = "start", ...rest] = process.argv.slice(2);

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function installOnce() {
  const mark = join(root, "node_modules", ".installed");
  const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  console.error("Installing packages (npm ci) …");
  // Its chatter goes to stderr: what a command prints on stdout is its own.
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (npm.status !== 0) stop("npm ci failed, see above. The network or the npm registry may be out of reach; try again.");
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, lock);
}

function findNode() {
  if (Number(process.versions.node.split(".")[0]) >= oldest) return process.execPath;
  const brought = join(bin, "node");
  const version = existsSync(brought) ? spawnSync(brought, ["--version"], { encoding: "utf8" }).stdout?.trim() : "";
  if (version && Number(version.slice(1).split(".")[0]) >= oldest) return brought;
  return stop(`This needs Node.js ${oldest} or newer; you are running ${process.version}. Install it from your package source and try again.`);
}

installOnce();
const child = spawn(findNode(), [join(root, "app", "cli", `${command}.ts`), ...rest], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
});
process.on("SIGINT", () => child.kill("SIGINT"));
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
