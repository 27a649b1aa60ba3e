import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { Command } from "commander";
import { migrateSqliteFile } from "#db/client.ts";
import { configure, stop } from "../serve/house.ts";

/** What is wrong with an embedded database: damage, dangling references, guards that are missing. Empty when it is sound. */
export function problemsOf(file: string): string[] {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const integrity: unknown = database.pragma("integrity_check", { simple: true });
    const dangling: unknown = database.pragma("foreign_key_check");
    const ledgers = ["audit_events", "licence_events", "commitment_events", "grades", "answers"];
    const guarded: unknown[] = database.prepare("select name from sqlite_master where type = 'trigger'").pluck().all();
    return [
      ...(integrity === "ok" ? [] : [`integrity_check: ${String(integrity)}`]),
      ...(Array.isArray(dangling) && dangling.length === 0 ? [] : ["foreign_key_check: dangling references"]),
      ...ledgers.flatMap((table) => ["update", "delete"].map((change) => `guard_${table}_${change}`).filter((name) => !guarded.includes(name)).map((name) => `${name} is missing`)),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    database.close();
  }
}

function embeddedFile(): { file: string; dataDir: string } {
  const { databaseUrl, databaseFile, dataDir } = configure("demo");
  if (databaseUrl) stop("DATABASE_URL is set: back up and restore PostgreSQL with pg_dump and pg_restore.");
  return { file: databaseFile, dataDir };
}

/** `backup`: a copy of the running database by SQLite's online backup, checked before it counts. */
export function backupCommand(): Command {
  return new Command("backup")
    .description("Copy the embedded database while it is in use, and check the copy")
    .option("--to <file>", "where to; default: <DATA_DIR>/backups/<date and time>.sqlite")
    .action(async ({ to }: { to?: string }) => {
      const { file, dataDir } = embeddedFile();
      if (!existsSync(file)) stop(`There is no database at ${file}.`);
      const target = resolve(to ?? join(dataDir, "backups", `${new Date().toISOString().replace(/[:.]/g, "-")}.sqlite`));
      if (existsSync(target)) stop(`${target} already exists; nothing was written.`);
      mkdirSync(join(target, ".."), { recursive: true, mode: 0o700 });
      const database = new Database(file, { readonly: true });
      await database.backup(`${target}.part`);
      database.close();
      const problems = problemsOf(`${target}.part`);
      if (problems.length > 0) {
        rmSync(`${target}.part`);
        stop(`The copy is not sound and was thrown away: ${problems.join("; ")}`);
      }
      // It holds everybody's telephone numbers and password hashes, wherever it was put.
      chmodSync(`${target}.part`, 0o600);
      renameSync(`${target}.part`, target);
      console.log(target);
    });
}

/** `restore`: puts a checked backup in the place of the database; the one that was there is kept beside it. */
export function restoreCommand(): Command {
  return new Command("restore")
    .description("Put a backup in the place of the embedded database; stop the server first. The old one is kept beside it.")
    .argument("<file>", "a file made by backup")
    .action(async (backup: string) => {
      const { file } = embeddedFile();
      if (!existsSync(backup)) stop(`There is no file ${backup}.`);
      const problems = problemsOf(backup);
      if (problems.length > 0) stop(`${backup} is not sound, nothing was changed: ${problems.join("; ")}`);
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      // The copy is complete before the database in use is touched.
      const part = `${file}.part`;
      rmSync(part, { force: true });
      const copy = new Database(backup, { readonly: true });
      await copy.backup(part);
      copy.close();
      migrateSqliteFile(part);
      const kept = `${file}.before-restore-${Date.now()}`;
      if (existsSync(file)) {
        if (!standsAlone(file)) {
          rmSync(part);
          stop("The database is in use; stop the server first. Nothing was changed.");
        }
        renameSync(file, kept);
      }
      renameSync(part, file);
      console.log(existsSync(kept) ? `Restored; the former database is ${kept}` : "Restored.");
    });
}

/** Takes a database out of WAL, which only its last user can: false when a server has it open, be it idle. Afterwards the file stands alone, without a journal. */
function standsAlone(file: string): boolean {
  const database = new Database(file, { timeout: 1000 });
  try {
    return database.pragma("journal_mode = DELETE", { simple: true }) === "delete";
  } catch {
    return false;
  } finally {
    database.close();
  }
}

/** `verify`: whether the database is sound and its ledgers are guarded. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("Check an embedded database: integrity, references, guards")
    .argument("[file]", "default: the one in DATA_DIR")
    .action((file: string | undefined) => {
      const target = file ?? embeddedFile().file;
      if (!existsSync(target)) stop(`There is no database at ${target}.`);
      const problems = problemsOf(target);
      if (problems.length > 0) stop(problems.join("\n"));
      console.log(`${target}: sound, ledgers guarded`);
    });
}
