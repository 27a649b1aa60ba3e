import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { admitCandidates, createSitting, openSitting, sealOverdue, startAttempt } from "#app/features/exams/commands.server.ts";
import { disableAccount } from "#app/features/people/account.server.ts";
import { momentOf, story } from "#tests/support/house.ts";
import { withSite } from "#tests/support/site-in-process.ts";

story("an account disabled in the middle of a paper saves nothing more, and what was saved is graded at the deadline", async (house) => {
  const { store, id } = house;
  const sitting = await createSitting(house.as("trainer", "08:00"), { schemeId: "repair", unitId: "rongan", title: "维修上岗证理论考试", room: "一号教室", startsAt: momentOf("08:30"), endsAt: momentOf("12:00") });
  if (!sitting.ok) throw new Error(sitting.refusal);
  await admitCandidates(house.as("trainer", "08:10"), sitting.value.id, [id("technician")]);
  await openSitting(house.as("trainer", "08:20"), sitting.value.id);
  const attempt = await startAttempt(house.as("technician", "08:40"), sitting.value.id);
  if (!attempt.ok) throw new Error(attempt.refusal);
  const { attemptId } = attempt.value;
  await withSite(house, async ({ ask }) => {
    const save = (seq: number) => ask(`/api/attempts/${attemptId}/answers`, { as: "technician", method: "POST", json: { answers: [{ slot: 1, seq, response: "a" }] } });
    expect(await save(1)).toMatchObject({ status: 200 });
    expect(await disableAccount(house.as("admin"), { personId: id("technician"), reason: "调查期间" })).toMatchObject({ ok: true });
    expect(await save(2)).toMatchObject({ status: 401 });
    expect(await ask(`/attempts/${attemptId}`, { as: "technician" })).toMatchObject({ status: 302, location: `/sign-in?next=${encodeURIComponent(`/attempts/${attemptId}`)}` });
  });
  expect(await sealOverdue(house.house("10:00"))).toBe(1);
  const [sealed] = await store.read.select().from(store.t.attempts).where(eq(store.t.attempts.id, attemptId));
  expect(sealed).toMatchObject({ state: "graded", sealedAt: momentOf("09:40"), sealCause: "time-out" });
  const kept = await store.read.select({ seq: store.t.answers.seq }).from(store.t.answers).where(eq(store.t.answers.attemptId, attemptId));
  expect(kept).toEqual([{ seq: 1 }]);
});
