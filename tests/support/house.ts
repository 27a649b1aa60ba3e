import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, inject, test } from "vitest";
import type { Grant } from "#app/features/people/access.ts";
import type { Context, House } from "#app/features/people/context.ts";
import type { Role } from "#app/features/people/roles.ts";
import type { Post } from "#app/features/standards/clause.ts";
import { instantOf, type Instant } from "#app/lib/clock.ts";
import { openContent } from "#app/lib/content.server.ts";
import { openPostgres, openSqlite, type Store } from "#db/client.ts";
import { administer, withDatabase } from "./prepare.ts";

export const engines = ["sqlite", "postgres"] as const;

let copies = 0;

/** A private, empty, migrated database of one engine, and how to throw it away. */
async function openPrivateStore(engine: (typeof engines)[number]): Promise<{ store: Store; remove: () => Promise<void> }> {
  copies += 1;
  if (engine === "sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "lms-test-"));
    const file = join(folder, "test.sqlite");
    copyFileSync(inject("sqliteTemplate"), file);
    const store = openSqlite(file);
    return { store, remove: async () => { await store.close(); rmSync(folder, { recursive: true, force: true }); } };
  }
  const template = inject("postgresTemplate");
  if (!template) throw new Error("no PostgreSQL to test on");
  const name = `lms_test_${process.pid}_${copies}`;
  await administer(template.url, `create database ${name} template ${template.name}`);
  const store = openPostgres(withDatabase(template.url, name), 4);
  return { store, remove: async () => { await store.close(); await administer(template.url, `drop database ${name} with (force)`); } };
}

/** The people of the tests: one of every role at 城东站 of 榕安, and two outsiders at another company. Staff numbers 10001 … in this order. */
const cast = {
  newcomer: { name: "林小雨", post: "technician", unit: "east", role: "learner" },
  technician: { name: "陈晓梅", post: "technician", unit: "east", role: "learner" },
  colleague: { name: "黄志强", post: "technician", unit: "east", role: "learner" },
  trainer: { name: "周敏", post: "manager", unit: "rongan", role: "trainer" },
  assessor: { name: "林国栋", post: "technician", unit: "east", role: "assessor" },
  otherAssessor: { name: "何建平", post: "technician", unit: "west", role: "assessor" },
  issuer: { name: "郑雅琴", post: "manager", unit: "rongan", role: "issuer" },
  manager: { name: "吴建华", post: "manager", unit: "east", role: "manager" },
  hr: { name: "许静", post: "manager", unit: "rongan", role: "hr" },
  admin: { name: "方伟", post: "manager", unit: "group", role: "admin" },
  auditor: { name: "谢文", post: "manager", unit: "group", role: "auditor" },
  outsider: { name: "苏玉兰", post: "technician", unit: "harbour", role: "learner" },
  outsideManager: { name: "蔡明", post: "manager", unit: "minan", role: "manager" },
} as const satisfies Record<string, { name: string; post: Post; unit: string; role: Role }>;

export type CastName = keyof typeof cast;
export const castNames: readonly CastName[] = ["newcomer", "technician", "colleague", "trainer", "assessor", "otherAssessor", "issuer", "manager", "hr", "admin", "auditor", "outsider", "outsideManager"];

export const testUnits = [
  { id: "group", parentId: null, kind: "group", name: "安然燃气", companyKey: "anran" },
  { id: "rongan", parentId: "group", kind: "company", name: "榕安项目公司", companyKey: null },
  { id: "minan", parentId: "group", kind: "company", name: "闽安项目公司", companyKey: "lugang" },
  { id: "east", parentId: "rongan", kind: "station", name: "城东站", companyKey: null },
  { id: "west", parentId: "rongan", kind: "station", name: "城西站", companyKey: null },
  { id: "harbour", parentId: "minan", kind: "station", name: "港口站", companyKey: null },
] as const;

/** A day in the tests on which everybody works: 2026-11-22, a Sunday. */
export const testDay = "2026-11-22";

/** Everything a story needs: the store with its cast, the content, and a context for anybody at any time. */
export type TestHouse = {
  store: Store;
  /** The context of a member of the cast; `at` is a moment, or `HH:MM` on the test day, or `YYYY-MM-DD HH:MM`. Default 09:00. */
  as: (name: CastName, at?: Instant | string) => Context & { actor: { personId: string } };
  /** The house with nobody in it. */
  house: (at?: Instant | string) => House;
  /** A member's person id: `p-<name>`. */
  id: (name: CastName) => string;
};

export function momentOf(at: Instant | string): Instant {
  if (typeof at === "number") return at;
  const [day, time] = at.includes(" ") ? at.split(" ") : [testDay, at];
  return instantOf(day ?? testDay, time);
}

async function openTestHouse(engine: (typeof engines)[number]) {
  const { store, remove } = await openPrivateStore(engine);
  const content = openContent(inject("contentFolder"));
  const { t } = store;
  let ids = 0;
  const newId = () => `id-${String((ids += 1)).padStart(5, "0")}`;
  const createdAt = instantOf("2026-01-01");
  const id = (name: CastName) => `p-${name}`;
  await store.write(async (tx) => {
    await tx.insert(t.units).values([...testUnits]);
    await tx.insert(t.people).values(castNames.map((name, index) => ({ id: id(name), staffNo: String(10001 + index), name: cast[name].name, hiredOn: "2026-01-01", createdAt })));
    await tx.insert(t.assignments).values(castNames.map((name) => ({ id: `a-${name}`, personId: id(name), unitId: cast[name].unit, post: cast[name].post, fromOn: "2026-01-01" })));
    await tx.insert(t.roleGrants).values(castNames.map((name) => ({ id: `g-${name}`, personId: id(name), role: cast[name].role, unitId: cast[name].unit, fromOn: "2026-01-01" })));
  });
  const grantsOf = (name: CastName): Grant[] => [{ role: cast[name].role, unitId: cast[name].unit }];
  const house: TestHouse["house"] = (at = "09:00") => ({ store, content, now: momentOf(at), newId });
  const testHouse: TestHouse = {
    store,
    id,
    house,
    as: (name, at) => ({ ...house(at), actor: { personId: id(name), name: cast[name].name, grants: grantsOf(name) } }),
  };
  return { testHouse, remove };
}

/** A story told on every engine at hand: SQLite always, PostgreSQL with TEST_DATABASE_URL. Each has a private database and the cast above. */
export function story(name: string, tell: (house: TestHouse) => Promise<void>): void {
  for (const engine of engines) {
    if (engine === "postgres" && !process.env.TEST_DATABASE_URL) continue;
    describe(engine, () => {
      test(name, async () => {
        const { testHouse, remove } = await openTestHouse(engine);
        try {
          await tell(testHouse);
        } finally {
          await remove();
        }
      });
    });
  }
}
