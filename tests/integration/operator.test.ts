import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { demoPassword } from "#db/seed/accounts.ts";
import { openSqlite } from "#db/client.ts";

type Said = { code: number; out: string; err: string };

/** Runs the operator's tool on a data folder of its own. */
function operator(folder: string) {
  return (args: readonly string[], env: Record<string, string> = {}) =>
    new Promise<Said>((resolve) => {
      execFile(process.execPath, ["app/cli/lms.ts", ...args], { env: { ...process.env, DATA_DIR: folder, DATABASE_URL: "", ...env } }, (error, out, err) =>
        resolve({ code: error && typeof error.code === "number" ? error.code : 0, out: out.trim(), err: err.trim() }),
      );
    });
}

async function inFolder(tell: (folder: string, lms: ReturnType<typeof operator>) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lms-operator-"));
  try {
    await tell(folder, operator(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the operator sets up a new company: units, an administrator, people from a file", () =>
  inFolder(async (folder, lms) => {
    const group = await lms(["unit", "add", "--kind", "group", "--name", "安然燃气", "--company", "anran"]);
    expect(group).toMatchObject({ code: 0 });
    const station = await lms(["unit", "add", "--kind", "station", "--name", "城东站", "--parent", group.out]);
    expect(station).toMatchObject({ code: 0 });
    expect((await lms(["unit", "list"])).out).toContain("城东站");

    const simple = await lms(["admin", "create", "--staff-no", "10001", "--name", "方伟", "--unit", group.out], { LMS_ADMIN_PASSWORD: "kurz" });
    expect(simple.code).toBe(1);
    expect(simple.err).toContain("at least 10 characters");
    expect(await lms(["admin", "create", "--staff-no", "10001", "--name", "方伟", "--unit", group.out], { LMS_ADMIN_PASSWORD: "eine lange Losung" })).toMatchObject({ code: 0 });

    const file = join(folder, "people.csv");
    writeFileSync(file, "工号,姓名,单位,岗位,入职日期,角色\n10002,陈晓梅,城东站,维修技术员,2026-01-05,\n10003,林小雨,没有这个站,维修技术员,2026-01-05,\n");
    const refused = await lms(["people", "import", file, "--as", "10001"]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("line 3 单位");
    expect(refused.err).toContain("Nothing was imported");
    writeFileSync(file, "工号,姓名,单位,岗位,入职日期,角色\n10002,陈晓梅,城东站,维修技术员,2026-01-05,\n");
    const imported = await lms(["people", "import", file, "--as", "10001"]);
    expect(imported.out).toMatch(/^10002,陈晓梅,城东站,\S{8,}$/);
  }));

test("a backup is a sound copy, a damaged one is refused, and a restore keeps what was there", () =>
  inFolder(async (folder, lms) => {
    const group = (await lms(["unit", "add", "--kind", "group", "--name", "安然燃气", "--company", "anran"])).out;
    const backup = await lms(["backup"]);
    expect(backup.code).toBe(0);
    expect((await lms(["verify", backup.out])).out).toContain("sound");

    await lms(["unit", "add", "--kind", "station", "--name", "城东站", "--parent", group]);
    expect((await lms(["restore", backup.out])).out).toContain("the former database is");
    expect((await lms(["unit", "list"])).out).not.toContain("城东站");
    expect(readdirSync(folder).filter((name) => name.includes("before-restore"))).toHaveLength(1);

    const damaged = join(folder, "damaged.sqlite");
    const bytes = readFileSync(backup.out);
    bytes.fill(0xff, 4096, 12_288);
    writeFileSync(damaged, bytes);
    expect(await lms(["restore", damaged])).toMatchObject({ code: 1 });

    const unguarded = join(folder, "unguarded.sqlite");
    writeFileSync(unguarded, readFileSync(backup.out));
    const database = new Database(unguarded);
    database.exec("drop trigger guard_audit_events_update");
    database.close();
    expect(await lms(["verify", unguarded])).toMatchObject({ code: 1, err: "guard_audit_events_update is missing" });
  }));

test("nothing is restored under a server that is running, even one that is idle, and a backup is its owner's alone", () =>
  inFolder(async (folder, lms) => {
    await lms(["unit", "add", "--kind", "group", "--name", "安然燃气", "--company", "anran"]);
    const backup = (await lms(["backup", "--to", join(folder, "elsewhere", "copy.sqlite")])).out;
    expect(statSync(backup).mode & 0o077).toBe(0);

    const running = openSqlite(join(folder, "lms.sqlite"));
    await running.read.select().from(running.t.units);
    const refused = await lms(["restore", backup]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("stop the server first");
    expect(await running.read.select({ name: running.t.units.name }).from(running.t.units)).toEqual([{ name: "安然燃气" }]);
    await running.close();
    expect((await lms(["restore", backup])).out).toContain("the former database is");
    // The journals went with the old file; two files stand, the restored one and the one kept.
    expect(readdirSync(folder).filter((name) => name.startsWith("lms.sqlite")).map((name) => name.replace(/\d+$/, "")).sort()).toEqual(["lms.sqlite", "lms.sqlite.before-restore-"]);
  }));

test("a data folder that cannot be used is a sentence, not a stack", () =>
  inFolder(async (folder, lms) => {
    writeFileSync(join(folder, "file"), "");
    const sentence = async (args: readonly string[], env: Record<string, string> = {}) => {
      const said = await lms(args, env);
      expect(said.code).toBe(1);
      return said.err;
    };
    expect(await sentence(["unit", "list"], { DATA_DIR: join(folder, "file") })).toMatch(/^DATA_DIR .* cannot be used: [^\n]+$/);
    writeFileSync(join(folder, "lms.sqlite"), "this is a letter, not a database".repeat(200));
    expect(await sentence(["unit", "list"])).toMatch(/^The database cannot be opened: [^\n]+$/);
    expect(await sentence(["verify"])).toMatch(/^[^\n]*not a database[^\n]*$/);
  }));

test("the demo sign-ins are told as JSON, and unknown commands are refused", () =>
  inFolder(async (_folder, lms) => {
    const accounts: unknown = JSON.parse((await lms(["demo", "accounts", "--json"])).out);
    expect(accounts).toContainEqual({ staffNo: "10238", password: demoPassword, role: "technician", name: "陈晓梅" });
    expect(await lms(["nonsense"])).toMatchObject({ code: 1 });
    expect((await lms(["backup", "--help"])).out).toContain("--to");
  }));
