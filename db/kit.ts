import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";

/**
 * The column words of both engines. A schema file is written once with these words: `(k: Kit) => tables`.
 *
 * - `id`, `str`: text · `int`: whole number · `real`: number · `bool`
 * - `instant`: a moment, milliseconds since 1970 UTC · `day`: a calendar day `YYYY-MM-DD`, Asia/Shanghai
 * - `json`: stored JSON, parsed with zod by whoever reads it · `oneOf`: text restricted to a list (add `among` as CHECK)
 */
const sqliteKit = {
  id: (name: string) => sqlite.text(name),
  str: (name: string) => sqlite.text(name),
  int: (name: string) => sqlite.integer(name),
  real: (name: string) => sqlite.real(name),
  bool: (name: string) => sqlite.integer(name, { mode: "boolean" }),
  instant: (name: string) => sqlite.integer(name),
  day: (name: string) => sqlite.text(name),
  json: (name: string) => sqlite.text(name, { mode: "json" }),
  oneOf: <U extends string, const T extends Readonly<[U, ...U[]]>>(name: string, values: T) => sqlite.text(name, { enum: values }),
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  check: sqlite.check,
};

/** What a schema file may say. */
export type Kit = typeof sqliteKit;

const postgresKit = {
  id: (name: string) => pg.text(name),
  str: (name: string) => pg.text(name),
  int: (name: string) => pg.integer(name),
  real: (name: string) => pg.doublePrecision(name),
  bool: (name: string) => pg.boolean(name),
  instant: (name: string) => pg.bigint(name, { mode: "number" }),
  day: (name: string) => pg.text(name),
  // `json`, not `jsonb`: what is hashed must come back as it was written, key order included.
  json: (name: string) => pg.json(name),
  oneOf: <U extends string, const T extends Readonly<[U, ...U[]]>>(name: string, values: T) => pg.text(name, { enum: values }),
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  check: pg.check,
};

/** The PostgreSQL kit is typed as the SQLite one on purpose: commands and queries are checked once, and run on both. */
export const kits: { sqlite: Kit; postgres: Kit } = {
  sqlite: sqliteKit,
  postgres: postgresKit as unknown as Kit,
};
