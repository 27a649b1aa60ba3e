import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";

export type ContentFigures = { seconds: number; changedSeconds: number; referenceSeconds: number; ratio: number };

/**
 * How long `npm run content` takes on a copy of the content: from nothing, and again after one module was changed. The reference is
 * parsing the same YAML files without looking at them. Seconds of the whole command, the process included; the middle of three runs.
 */
export function benchContent(): ContentFigures {
  const folder = mkdtempSync(join(tmpdir(), "lms-bench-content-"));
  try {
    for (const name of ["app", "db", "node_modules", "package.json", "package-lock.json", "tsconfig.json"]) symlinkSync(resolve(name), join(folder, name));
    cpSync("content", join(folder, "content"), { recursive: true });
    const seconds = middle(() => compile(folder));
    const changed = join(folder, "content/modules/service-language.mdx");
    let times = 0;
    const changedSeconds = middle(() => {
      times += 1;
      writeFileSync(changed, `${readFileSync(changed, "utf8").trimEnd()}\n\n多写的第${times}句话。\n`);
      compile(folder);
    });
    const files = readdirSync(join(folder, "content"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
    const referenceSeconds = middle(() => files.forEach((name) => void parse(readFileSync(join(folder, "content", name), "utf8"))));
    return { seconds, changedSeconds, referenceSeconds, ratio: seconds / referenceSeconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile(folder: string): void {
  execFileSync(process.execPath, [resolve("app/cli/content.ts")], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

function middle(run: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const started = performance.now();
    run();
    return (performance.now() - started) / 1000;
  }).sort((a, b) => a - b);
  return times[1] ?? 0;
}
