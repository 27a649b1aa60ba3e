import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { drizzle as drizzleSqlite, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate as migratePg } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { kits } from "./kit.ts";
import { allTables, type Tables } from "./schema/index.ts";

/** A connection that reads, or the transaction of a write. Always `await` a query; `.all/.get/.run` exist on one engine only. */
export type Db = Omit<BetterSQLite3Database, "transaction" | "run" | "all" | "get" | "values" | "$client">;

/**
 * The store of one company. `read` never sees a half-done transaction; `write` is the only way to change data and is one transaction.
 * A `write` whose function answers `{ok: false}` or throws is rolled back whole.
 */
export type Store = {
  engine: "sqlite" | "postgres";
  t: Tables;
  read: Db;
  write<T>(fn: (tx: Db) => Promise<T>): Promise<T>;
  /** Throws when the store cannot answer or no longer commits durably. */
  check(): Promise<void>;
  close(): Promise<void>;
};

const insideWrite = new AsyncLocalStorage<true>();

function refuseNesting() {
  if (insideWrite.getStore()) throw new Error("store.write inside store.write: pass the transaction on instead");
}

function isRefusal(value: unknown): boolean {
  return typeof value === "object" && value !== null && "ok" in value && value.ok === false;
}

const migrationsOf = (engine: "sqlite" | "pg") => new URL(`./migrations/${engine}`, import.meta.url).pathname;
const guardsOf = (engine: "sqlite" | "pg") => readFileSync(new URL(`./guards.${engine}.sql`, import.meta.url), "utf8");

function openSqliteConnection(file: string, readonly: boolean): Database.Database {
  const connection = new Database(file, { readonly });
  connection.pragma("busy_timeout = 5000");
  // better-sqlite3 is built so that WAL silently means NORMAL; an acknowledged answer must survive a power cut.
  if (!readonly) connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  return connection;
}

/** Brings an embedded database to the newest schema, refuses dangling references, and re-applies the guards. */
export function migrateSqliteFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const connection = new Database(file);
  try {
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = FULL");
    // drizzle-kit rebuilds tables; with foreign keys on a rebuild would touch child rows.
    connection.pragma("foreign_keys = OFF");
    migrateSqlite(drizzleSqlite(connection), { migrationsFolder: migrationsOf("sqlite") });
    const dangling = connection.pragma("foreign_key_check");
    if (Array.isArray(dangling) && dangling.length > 0) throw new Error(`migration left ${dangling.length} dangling references`);
    // In one transaction, so that a command beside a running server leaves no moment without guards.
    connection.exec(`BEGIN IMMEDIATE; ${guardsOf("sqlite")} COMMIT;`);
  } finally {
    connection.close();
  }
}

/** Opens the embedded engine on a file that `migrateSqliteFile` has prepared. */
export function openSqlite(file: string): Store {
  const writer = openSqliteConnection(file, false);
  const reader = openSqliteConnection(file, true);
  const tx: Db = drizzleSqlite(writer);
  // One writer, one transaction at a time: the tail of the queue is the transaction before.
  let tail: Promise<unknown> = Promise.resolve();

  async function transact<T>(fn: (tx: Db) => Promise<T>): Promise<T> {
    writer.exec("BEGIN IMMEDIATE");
    try {
      const value = await insideWrite.run(true, () => fn(tx));
      writer.exec(isRefusal(value) ? "ROLLBACK" : "COMMIT");
      return value;
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      throw error;
    }
  }

  return {
    engine: "sqlite",
    t: allTables(kits.sqlite),
    read: drizzleSqlite(reader),
    write(fn) {
      refuseNesting();
      const mine = tail.then(() => transact(fn));
      tail = mine.catch(() => undefined);
      return mine;
    },
    async check() {
      if (writer.pragma("synchronous", { simple: true }) !== 2) throw new Error("PRAGMA synchronous is not FULL");
      reader.prepare("select 1").get();
    },
    async close() {
      await tail;
      reader.close();
      writer.close();
    },
  };
}

/** Brings a PostgreSQL database to the newest schema; an advisory lock lets one of several starting processes do it. */
export async function migratePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(4201)");
    await migratePg(drizzlePg(client), { migrationsFolder: migrationsOf("pg") });
    await guardPostgres(client);
  } finally {
    await client.end();
  }
}

/**
 * Applies the guards unless they stand as they are. Other processes are at work meanwhile: every trigger takes a lock on its table, and
 * all of them in one transaction, at each start of a process, would meet a running exam in a deadlock.
 */
async function guardPostgres(client: pg.Client): Promise<void> {
  const statements = guardsOf("pg").split(/;\n(?=(?:\s*--.*\n)*\s*CREATE )/);
  const value = createHash("sha256").update(guardsOf("pg")).digest("hex");
  const triggers = statements.filter((statement) => statement.includes("CREATE OR REPLACE TRIGGER")).length;
  const standing = await client.query(
    "select 1 from settings where key = 'db.guards' and value = $1 and (select count(*) from pg_trigger g join pg_class c on c.oid = g.tgrelid and c.relnamespace = current_schema::regnamespace where g.tgname like 'guard\\_%' and g.tgenabled = 'O') >= $2",
    [value, triggers],
  );
  if (standing.rowCount === 1) return;
  for (const statement of statements) await client.query(statement);
  await client.query("insert into settings (key, value) values ('db.guards', $1) on conflict (key) do update set value = excluded.value", [value]);
}

/** Opens PostgreSQL at `url`, prepared by `migratePostgres`. */
export function openPostgres(url: string, connections = 10): Store {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const db = drizzlePg(pool);
  return {
    engine: "postgres",
    t: allTables(kits.postgres),
    // The SQLite type stands for both engines: see kit.ts.
    read: db as unknown as Db,
    async write<T>(fn: (tx: Db) => Promise<T>): Promise<T> {
      refuseNesting();
      let refused: { value: T } | undefined;
      try {
        return await db.transaction(async (tx) => {
          const value = await insideWrite.run(true, () => fn(tx as unknown as Db));
          if (isRefusal(value)) {
            refused = { value };
            tx.rollback();
          }
          return value;
        });
      } catch (error) {
        if (refused) return refused.value;
        throw error;
      }
    },
    async check() {
      await pool.query("select 1");
    },
    close: () => pool.end(),
  };
}

/** Opens the store that the configuration names: PostgreSQL by `databaseUrl`, else the embedded file. Migrates first. */
export async function openStore(config: { databaseUrl: string | undefined; file: string }): Promise<Store> {
  if (config.databaseUrl) {
    await migratePostgres(config.databaseUrl);
    return openPostgres(config.databaseUrl);
  }
  migrateSqliteFile(config.file);
  return openSqlite(config.file);
}

/** Whether an error is a unique or primary-key violation, on either engine: somebody else wrote the same thing first. */
export function isUniqueViolation(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && (cause.code === "23505" || cause.code === "SQLITE_CONSTRAINT_UNIQUE" || cause.code === "SQLITE_CONSTRAINT_PRIMARYKEY")) return true;
  }
  return false;
}

/** Whether an error is the refusal of a guard (guards.*.sql), on either engine: what the row belongs to has moved on since it was read. */
export function isGuardRefusal(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.startsWith("guard: ")) return true;
  }
  return false;
}
