import { expect } from "vitest";
import { issueWithCommitment, recordLeaving } from "#app/features/commitments/commands.server.ts";
import { suspendLicence } from "#app/features/licences/commands.server.ts";
import { moveAssignment } from "#app/features/people/commands.server.ts";
import { findArchive } from "#app/features/reports/archive.server.ts";
import { UnitFilter } from "#app/features/reports/filter.ts";
import { findUnitResults } from "#app/features/reports/results.server.ts";
import { findUnitReport, listReadableUnits } from "#app/features/reports/unit.server.ts";
import { filterRows, headlineOf } from "#app/features/reports/view.ts";
import { momentOf, story, testDay, type CastName, type TestHouse } from "#tests/support/house.ts";
import { insertFullEvidence, insertPractical, insertTheory } from "#tests/support/evidence.ts";

/** A repair licence for a member of the cast, issued on the test day (or at `at`). */
async function issueTo(house: TestHouse, person: CastName, at?: string): Promise<string> {
  await insertFullEvidence(house, person);
  const issued = await issueWithCommitment(house.as("issuer", at), { personId: house.id(person), schemeId: "repair" });
  if (!issued.ok) throw new Error(issued.refusal);
  return issued.value.licenceId;
}

/** Completions of modules, put straight into the store. */
async function complete(house: TestHouse, person: CastName, moduleIds: readonly string[], at = "2026-11-10 10:00") {
  const { t } = house.store;
  const { newId } = house.house();
  await house.store.write(async (tx) => {
    for (const moduleId of moduleIds) {
      const selfCheckId = newId();
      const about = { personId: house.id(person), moduleId, moduleHash: "an older version" };
      await tx.insert(t.selfChecks).values({ id: selfCheckId, ...about, answers: [], correct: 5, total: 5, passed: true, takenAt: momentOf(at) });
      await tx.insert(t.completions).values({ ...about, selfCheckId, completedAt: momentOf(at) });
    }
  });
}

async function report(house: TestHouse, by: CastName, unitId: string, on = testDay) {
  const found = await findUnitReport(house.as(by), unitId, on);
  if (!found) throw new Error("this unit is not theirs to read");
  const repair = found.schemes.findIndex((scheme) => scheme.id === "repair");
  return { ...found, of: (name: CastName) => found.rows.find((row) => row.id === house.id(name)), repairOf: (name: CastName) => found.rows.find((row) => row.id === house.id(name))?.cells[repair] };
}

story("a manager sees who of the unit may work alone, what they have learned, and until when they are committed", async (house) => {
  await issueTo(house, "technician");
  await complete(house, "technician", ["gas-safety-basics", "service-language", "no-longer-taught"]);
  const { rows, of, repairOf } = await report(house, "manager", "east");
  expect(rows.map((row) => row.name)).toEqual(["林小雨", "陈晓梅", "黄志强", "林国栋", "吴建华"]);
  expect(headlineOf(rows)).toMatchObject({ people: 5, alone: 1, expiring: 0 });
  expect(repairOf("technician")).toMatchObject({ state: "alone", validUntil: "2028-11-21" });
  expect(repairOf("newcomer")).toMatchObject({ state: "none" });
  expect(of("technician")).toMatchObject({ completed: 2, nextExpiry: "2028-11-21", alone: true, readable: true, commitment: { state: "running", startsOn: testDay, endsOn: "2028-11-21" } });
  expect(of("newcomer")?.due).toBeGreaterThanOrEqual(6);
  expect(filterRows(rows, UnitFilter.parse({ show: "alone" })).map((row) => row.name)).toEqual(["陈晓梅"]);
  expect(filterRows(rows, UnitFilter.parse({ q: "10001" })).map((row) => row.name)).toEqual(["林小雨"]);
  expect(filterRows(rows, UnitFilter.parse({ post: "manager" })).map((row) => row.name)).toEqual(["吴建华"]);
});

story("the page is right on any day: before the issue, near the end, after it, and through a suspension", async (house) => {
  const licenceId = await issueTo(house, "technician");
  await complete(house, "technician", ["gas-safety-basics"]);
  const on = async (day: string) => {
    const { rows, of, repairOf } = await report(house, "manager", "east", day);
    return { state: repairOf("technician")?.state, left: repairOf("technician")?.daysLeft, learned: of("technician")?.completed, commitment: of("technician")?.commitment?.state, ...headlineOf(rows) };
  };
  expect(await on("2026-11-09")).toMatchObject({ state: "none", alone: 0, learned: 0 });
  expect(await on("2026-11-22")).toMatchObject({ state: "alone", alone: 1, expiring: 0, learned: 1, commitment: "running" });
  expect(await on("2028-11-01")).toMatchObject({ state: "alone", left: 20, alone: 1, expiring: 1 });
  expect(await on("2028-11-21")).toMatchObject({ state: "alone", left: 0, commitment: "running" });
  expect(await on("2028-11-22")).toMatchObject({ state: "expired", alone: 0, expiring: 0, commitment: "fulfilled" });
  expect(await suspendLicence(house.as("manager"), { licenceId, reason: "投诉待查，先停止独立上岗" })).toMatchObject({ ok: true });
  expect(await on("2026-11-21")).toMatchObject({ state: "none" });
  expect(await on("2026-11-22")).toMatchObject({ state: "suspended", alone: 0 });
});

story("who has moved or left is listed where they worked on the day", async (house) => {
  await moveAssignment(house.as("admin"), { personId: "p-technician", unitId: "west", post: "technician", fromOn: "2026-11-01" });
  await recordLeaving(house.as("hr"), { personId: "p-colleague", leftOn: "2026-11-15", reason: "回乡" });
  const names = async (by: CastName, unitId: string, on: string) => (await report(house, by, unitId, on)).rows.map((row) => row.name);
  expect(await names("manager", "east", "2026-10-31")).toEqual(["林小雨", "陈晓梅", "黄志强", "林国栋", "吴建华"]);
  expect(await names("manager", "east", "2026-11-01")).toEqual(["林小雨", "黄志强", "林国栋", "吴建华"]);
  expect(await names("manager", "east", "2026-11-16")).toEqual(["林小雨", "林国栋", "吴建华"]);
  expect(await names("hr", "west", "2026-11-22")).toContain("陈晓梅");
  expect(await names("manager", "east", "2025-12-31"), "nobody had been hired").toEqual([]);
  // The station's manager sees that she worked here then, but her archive belongs to her new unit.
  expect((await report(house, "manager", "east", "2026-10-31")).of("technician")?.readable).toBe(false);
});

story("a unit is read by its own manager, HR and auditor with everything below; for everybody else it does not exist", async (house) => {
  expect((await report(house, "hr", "rongan")).rows).toHaveLength(9);
  expect((await report(house, "auditor", "group")).rows).toHaveLength(13);
  for (const [name, unitId] of [["manager", "west"], ["manager", "rongan"], ["outsideManager", "east"], ["technician", "east"], ["admin", "east"], ["hr", "nowhere"]] as const) {
    expect(await findUnitReport(house.as(name), unitId, testDay), `${name} ${unitId}`).toBeNull();
    expect(await findUnitResults(house.as(name), unitId, { from: "", to: "" }), `${name} ${unitId}`).toBeNull();
  }
  expect((await listReadableUnits(house.as("hr"), testDay)).map((unit) => `${unit.name} ${unit.people}`)).toEqual(["榕安项目公司 9", "城东站 5", "城西站 1"]);
  expect(await listReadableUnits(house.as("technician"), testDay)).toEqual([]);
});

story("results reach the unit with their release and signature, newest first, and stay when somebody leaves", async (house) => {
  await insertTheory(house, { person: "technician", passed: false, at: "2026-10-01 10:00" });
  await insertTheory(house, { person: "technician", at: "2026-11-01 10:00" });
  await insertPractical(house, { person: "colleague", checklistId: "pc-home-visit", outcome: "failed" });
  await insertTheory(house, { person: "outsider" });
  await recordLeaving(house.as("hr"), { personId: "p-technician", leftOn: "2026-11-15", reason: "回乡" });
  const results = async (range = { from: "", to: "" }) => (await findUnitResults(house.as("manager"), "east", range))?.rows.map((row) => `${row.on} ${row.name} ${row.kind} ${row.percent ?? "-"} ${row.passed}`);
  expect(await results()).toEqual(["2026-11-03 黄志强 practical - false", "2026-11-01 陈晓梅 theory 92 true", "2026-10-01 陈晓梅 theory 60 false"]);
  expect(await results({ from: "2026-11-01", to: "2026-11-01" })).toEqual(["2026-11-01 陈晓梅 theory 92 true"]);
  expect(await results({ from: "2026-12-01", to: "" })).toEqual([]);
});

story("a training archive holds everything about a person, for themselves and for who may read it", async (house) => {
  await issueTo(house, "technician");
  await complete(house, "technician", ["gas-safety-basics"]);
  for (const name of ["technician", "manager", "hr", "auditor"] as const) {
    expect(await findArchive(house.as(name), "p-technician"), name).toMatchObject({
      person: { name: "陈晓梅", staffNo: "10002", unitName: "城东站" },
      assignments: [{ post: "technician", unitName: "城东站", toOn: null }],
      modules: [{ on: "2026-11-10" }],
      results: [{ kind: "practical" }, { kind: "practical" }, { kind: "practical" }, { kind: "theory", percent: 92 }],
      licences: [{ standing: "valid", title: "维修上岗证" }],
      commitments: [{ standing: { state: "running" } }],
    });
  }
  for (const name of ["colleague", "outsideManager", "trainer", "admin"] as const) expect(await findArchive(house.as(name), "p-technician"), name).toBeNull();
  expect(await findArchive(house.as("hr"), "p-outsider"), "another company").toBeNull();
  expect(await findArchive(house.as("hr"), "nobody")).toBeNull();
});

story("an archive survives a move: the new unit reads it, the old one no longer", async (house) => {
  await insertTheory(house, { person: "technician" });
  await moveAssignment(house.as("admin"), { personId: "p-technician", unitId: "harbour", post: "inspector", fromOn: testDay });
  expect(await findArchive(house.as("manager"), "p-technician")).toBeNull();
  expect(await findArchive(house.as("outsideManager"), "p-technician")).toMatchObject({ results: [{ kind: "theory" }], assignments: [{ unitName: "港口站" }, { unitName: "城东站", toOn: "2026-11-21" }] });
});

story("only whoever may record a leaving is offered it", async (house) => {
  expect((await findArchive(house.as("hr"), "p-technician"))?.mayRecordLeaving).toBe(true);
  expect((await findArchive(house.as("manager"), "p-technician"))?.mayRecordLeaving).toBe(false);
  expect((await findArchive(house.as("technician"), "p-technician"))?.mayRecordLeaving).toBe(false);
});
