import { eq } from "drizzle-orm";
import { versionOf } from "#app/features/standards/versions.server.ts";
import { findChecklist } from "#app/features/practicals/catalogue.server.ts";
import { findScheme } from "#app/features/standards/schemes.server.ts";
import { dayOf, minute } from "#app/lib/clock.ts";
import { momentOf, type CastName, type TestHouse } from "./house.ts";

type Theory = { person: CastName; at?: string; passed?: boolean; percent?: number; schemeId?: string };
type Practical = { person: CastName; checklistId: string; assessor?: CastName; at?: string; outcome?: "passed" | "failed"; schemeId?: string; authorised?: boolean };

/** A released theory attempt put straight into the store, for stories that begin after the exam. Answers the attempt's id. Default: passed with 92 %, sealed on 2026-11-01 10:00. */
export async function insertTheory({ store, house, id }: TestHouse, { person, at = "2026-11-01 10:00", passed = true, percent = passed ? 92 : 60, schemeId = "repair" }: Theory): Promise<string> {
  const { t } = store;
  const { newId, content } = house();
  const sealedAt = momentOf(at);
  const [sittingId, attemptId] = [newId(), newId()];
  const schemeHash = findScheme(content, schemeId)?.hash ?? versionOf(schemeId);
  const startsAt = sealedAt - 40 * minute;
  const endsAt = startsAt + 60 * minute;
  await store.write(async (tx) => {
    await tx.insert(t.sittings).values({
      id: sittingId, schemeId, schemeHash, unitId: "rongan", title: "维修上岗证理论考试", room: "培训教室", startsAt, endsAt, minutes: 60,
      state: "released", createdBy: id("trainer"), createdAt: startsAt, releasedAt: endsAt, releasedBy: id("trainer"),
    });
    await tx.insert(t.attempts).values({
      id: attemptId, sittingId, personId: id(person), schemeId, schemeHash, companyKey: "anran", figures: {}, seed: attemptId, paper: [],
      startedAt: startsAt, deadlineAt: endsAt, state: "graded", sealedAt, sealCause: "hand-in", receipt: "receipt",
    });
    await tx.insert(t.grades).values({ id: newId(), attemptId, version: 1, points: percent, total: 100, percent, criticalMissed: 0, passed, detail: [], gradedAt: sealedAt });
  });
  return attemptId;
}

/** A signed practical put straight into the store, its assessor authorised from the year's first day. Answers its id. Default: passed, on 2026-11-03 10:00, by the assessor of the cast. */
export async function insertPractical(
  { store, house, id }: TestHouse,
  { person, checklistId, assessor = "assessor", at = "2026-11-03 10:00", outcome = "passed", schemeId = "repair", authorised = true }: Practical,
): Promise<string> {
  const { t } = store;
  const { newId, content } = house();
  const startedAt = momentOf(at);
  const [practicalId, authorisationId] = [newId(), newId()];
  const checklistHash = findChecklist(content, checklistId)?.hash ?? versionOf(checklistId);
  const result = { done: 18, missed: 0, notApplicable: 0, notObserved: 0, percent: 100, criticalMissed: [], outcome };
  const recordHash = versionOf({ practicalId, result });
  await store.write(async (tx) => {
    const fromOn = authorised ? `${dayOf(startedAt).slice(0, 4)}-01-01` : "2099-01-01";
    await tx.insert(t.assessorAuthorisations).values({ id: authorisationId, personId: id(assessor), checklistId, fromOn, grantedBy: id("trainer"), grantedAt: startedAt - minute });
    await tx.insert(t.practicals).values({
      id: practicalId, schemeId, checklistId, checklistHash, candidateId: id(person), assessorId: id(assessor), authorisationId, unitId: "east",
      state: "finished", startedAt, finishedAt: startedAt + 30 * minute, outcome, result, recordHash,
    });
    for (const role of ["candidate", "assessor"] as const) {
      await tx.insert(t.practicalSignatures).values({ practicalId, role, personId: id(role === "candidate" ? person : assessor), decision: "signed", recordHash, signedAt: startedAt + 31 * minute });
    }
    await tx.update(t.practicals).set({ state: "signed", signedAt: startedAt + 31 * minute }).where(eq(t.practicals.id, practicalId));
  });
  return practicalId;
}

/** Everything the repair scheme asks for: theory and all three practicals, passed in November 2026. */
export async function insertFullEvidence(house: TestHouse, person: CastName): Promise<{ attemptId: string; practicalIds: string[] }> {
  const attemptId = await insertTheory(house, { person });
  const first = await insertPractical(house, { person, checklistId: "pc-home-visit" });
  const second = await insertPractical(house, { person, checklistId: "pc-repair", at: "2026-11-03 14:00" });
  const third = await insertPractical(house, { person, checklistId: "pc-meter-exchange", at: "2026-11-04 09:00" });
  return { attemptId, practicalIds: [first, second, third] };
}
