import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { readContent, writeContent } from "#app/cli/content/compile.ts";
import { printProblems } from "#app/cli/content/problems.ts";
import { migratePostgres, migrateSqliteFile } from "#db/client.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty SQLite file to copy. */
    sqliteTemplate: string;
    contentFolder: string;
    /** The database of a migrated, empty PostgreSQL to copy; null without TEST_DATABASE_URL. */
    postgresTemplate: { url: string; name: string } | null;
  }
}

/** Compiles the content and prepares one empty database an engine, from which every test gets a private copy. */
export default async function prepare({ provide }: { provide: <K extends keyof import("vitest").ProvidedContext>(key: K, value: import("vitest").ProvidedContext[K]) => void }) {
  const folder = mkdtempSync(join(tmpdir(), "lms-tests-"));
  const { source, problems } = await readContent("content");
  if (problems.length > 0) throw new Error(`the content does not compile:\n${printProblems(problems)}`);
  const contentFolder = join(folder, "content");
  writeContent(source, contentFolder);
  provide("contentFolder", contentFolder);

  const template = join(folder, "template.sqlite");
  migrateSqliteFile(template);
  provide("sqliteTemplate", template);

  const url = process.env.TEST_DATABASE_URL;
  const name = `lms_template_${process.pid}`;
  if (url) {
    await administer(url, `create database ${name}`);
    await migratePostgres(withDatabase(url, name));
  }
  provide("postgresTemplate", url ? { url, name } : null);

  return async () => {
    rmSync(folder, { recursive: true, force: true });
    if (url) await administer(url, `drop database ${name} with (force)`);
  };
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Runs one statement outside any transaction on the server of `url`. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
