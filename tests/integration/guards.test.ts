import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { versionOf } from "#app/features/standards/versions.server.ts";
import { migratePostgres, type Db } from "#db/client.ts";
import { insertPractical } from "#tests/support/evidence.ts";
import { momentOf, story, type CastName, type TestHouse } from "#tests/support/house.ts";
import { administer, withDatabase } from "#tests/support/prepare.ts";

/** What a guard says of a write, or that it let it pass. */
async function said({ store }: TestHouse, write: (tx: Db) => Promise<unknown>): Promise<string> {
  try {
    await store.write(write);
    return "passed";
  } catch (error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause.message.startsWith("guard: ")) return cause.message;
    throw error;
  }
}

/** A passed practical of the technician that nobody has signed yet. */
async function unsigned(house: TestHouse, state: "finished" | "signed" = "finished") {
  const { store, id } = house;
  await insertPractical(house, { person: "technician", checklistId: "pc-repair" });
  const [authorisation] = await store.read.select().from(store.t.assessorAuthorisations);
  const recordHash = versionOf("a record");
  const at = momentOf("09:00");
  const row = { id: "unsigned", schemeId: "repair", checklistId: "pc-repair", checklistHash: "hash", candidateId: id("technician"), assessorId: id("assessor"), authorisationId: authorisation?.id ?? "", unitId: "east", state, startedAt: at, finishedAt: at, outcome: "passed" as const, recordHash };
  const signature = (role: "candidate" | "assessor", by: CastName, hash = recordHash) => ({ practicalId: row.id, role, personId: id(by), decision: "signed" as const, recordHash: hash, signedAt: at });
  return { row, signature };
}

story("a practical is signed by its own candidate and its own assessor, for the record as it stands", async (house) => {
  const { practicals, practicalSignatures } = house.store.t;
  const { row, signature } = await unsigned(house);
  expect(await said(house, async (tx) => tx.insert(practicals).values(row))).toBe("passed");
  for (const wrong of [signature("candidate", "colleague"), signature("candidate", "assessor"), signature("assessor", "otherAssessor"), signature("assessor", "technician"), signature("candidate", "technician", versionOf("another record"))]) {
    expect(await said(house, async (tx) => tx.insert(practicalSignatures).values(wrong))).toContain("its own candidate and assessor");
  }
  expect(await said(house, async (tx) => tx.insert(practicalSignatures).values(signature("candidate", "technician")))).toBe("passed");
});

story("no practical becomes final without both signatures, be it changed or put in so", async (house) => {
  const { practicals, practicalSignatures } = house.store.t;
  const { row, signature } = await unsigned(house);
  const sign = async (tx: Db) => tx.update(practicals).set({ state: "signed", signedAt: momentOf("09:10") }).where(eq(practicals.id, row.id));
  expect(await said(house, async (tx) => tx.insert(practicals).values({ ...row, state: "signed" }))).toContain("both signatures");
  expect(await said(house, async (tx) => tx.insert(practicals).values(row))).toBe("passed");
  expect(await said(house, sign)).toContain("both signatures");
  expect(await said(house, async (tx) => tx.insert(practicalSignatures).values(signature("candidate", "technician")))).toBe("passed");
  expect(await said(house, sign)).toContain("both signatures");
  expect(await said(house, async (tx) => tx.insert(practicalSignatures).values(signature("assessor", "assessor")))).toBe("passed");
  expect(await said(house, sign)).toBe("passed");
});

test("an event of the embedded log cannot be replaced by another one of the same id, by whatever program", () => {
  const folder = mkdtempSync(join(tmpdir(), "lms-guards-"));
  try {
    const file = join(folder, "copy.sqlite");
    copyFileSync(inject("sqliteTemplate"), file);
    const database = new Database(file);
    const write = (verb: string, subject: string) => database.prepare(`${verb} into audit_events (id, at, event, version, subject, data) values ('one', 1, 'x', 1, ?, '{}')`).run(subject);
    write("insert", "what happened");
    expect(() => write("insert or replace", "what did not")).toThrow("guard: audit_events is append-only");
    expect(database.prepare("select subject from audit_events").pluck().all()).toEqual(["what happened"]);
    database.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const template = inject("postgresTemplate");
if (template) {
  test("a process that starts beside a running one waits for no table it writes to, and a guard that is gone comes back", async () => {
    const name = `lms_guards_beside_${process.pid}`;
    const url = withDatabase(template.url, name);
    await administer(template.url, `create database ${name} template ${template.name}`);
    const running = new pg.Client({ connectionString: url });
    await running.connect();
    try {
      await running.query("begin");
      // As a sign-in or an answer that is being written holds its tables.
      await running.query("insert into audit_events (id, at, event, version, subject, data) values ('one', 1, 'x', 1, 'x', '{}'); insert into settings (key, value) values ('x', 'y')");
      await migratePostgres(url);
      await running.query("commit; drop trigger guard_audit_events_change on audit_events");
      await migratePostgres(url);
      await expect(running.query("delete from audit_events")).rejects.toThrow("guard: audit_events is append-only");
    } finally {
      await running.end();
      await administer(template.url, `drop database ${name} with (force)`);
    }
  });

  test("no ledger of PostgreSQL can be emptied at one stroke", async () => {
    const name = `lms_guards_${process.pid}`;
    await administer(template.url, `create database ${name} template ${template.name}`);
    const client = new pg.Client({ connectionString: withDatabase(template.url, name) });
    await client.connect();
    try {
      for (const table of ["audit_events", "licences", "licence_events", "commitments", "commitment_events", "grades", "answers", "practical_marks", "practical_signatures", "people", "attempts"]) {
        await expect(client.query(`truncate ${table} cascade`), table).rejects.toThrow("guard: ");
      }
    } finally {
      await client.end();
      await administer(template.url, `drop database ${name} with (force)`);
    }
  });
}
