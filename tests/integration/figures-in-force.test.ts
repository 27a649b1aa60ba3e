import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { z } from "zod";
import { admitCandidates, createSitting, handIn, openSitting, saveAnswers, startAttempt } from "#app/features/exams/commands.server.ts";
import { GradeDetail, Paper } from "#app/features/exams/paper.ts";
import type { Context } from "#app/features/people/context.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { keyOf } from "#app/features/questions/grade.ts";
import { figuresOn, standardsOf } from "#app/features/standards/catalogue.server.ts";
import type { ContentStore } from "#app/lib/content.server.ts";
import type { Result } from "#app/lib/result.ts";
import { momentOf, story, testDay } from "#tests/support/house.ts";

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

const Schemes = z.array(z.looseObject({ theory: z.looseObject({ blueprint: z.array(z.object({ module: z.string(), count: z.number(), critical: z.number() })) }) }));
const Standards = z.looseObject({ companies: z.array(z.looseObject({ figures: z.array(z.unknown()) })) });

/** The content of another build: `change` says what is different in it. */
function otherBuild(content: ContentStore, change: (file: string, json: unknown) => unknown): ContentStore {
  return { json: (file) => change(file, content.json(file)) };
}

story("a paper is graded by the figures in force when it was begun, whatever a later build says", async (house) => {
  const { store, id } = house;
  // Every exam question of the module with the most bound ones, so that they are on the paper for certain.
  const { content } = house.house();
  const count = [...bankOf(content).values()].filter((one) => one.module === "service-commitments" && one.question.use === "exam" && !one.question.critical).length;
  const first = otherBuild(content, (file, json) => (file === "schemes.json" ? Schemes.parse(json).map((scheme) => ({ ...scheme, theory: { ...scheme.theory, blueprint: [{ module: "service-commitments", count, critical: 0 }] } })) : json));
  const later = otherBuild(first, (file, json) => {
    if (file !== "standards.json") return json;
    const standards = Standards.parse(json);
    return { ...standards, companies: standards.companies.map((company) => ({ ...company, figures: [{ topic: "repair-arrival", figure: { value: 45, unit: "分钟", comparator: "at-most" }, from: "2026-01-01", basis: "试行" }] })) };
  });
  const inBuild = (content: ContentStore, context: Context): Context => ({ ...context, content });

  const trainer = inBuild(first, house.as("trainer", "08:00"));
  const sitting = done(await createSitting(trainer, { schemeId: "repair", unitId: "rongan", title: "维修上岗证理论考试", room: "一号教室", startsAt: momentOf("09:00"), endsAt: momentOf("11:00") })).id;
  done(await admitCandidates(trainer, sitting, [id("technician")]));
  done(await openSitting(trainer, sitting));
  const { attemptId } = done(await startAttempt(inBuild(first, house.as("technician", "09:00")), sitting));

  const [attempt] = await store.read.select().from(store.t.attempts).where(eq(store.t.attempts.id, attemptId));
  const paper = Paper.parse(attempt?.paper);
  const bound = paper.find((slot) => slot.questionId === "sc-022");
  expect(bound).toBeDefined();
  expect(attempt?.figures).toMatchObject({ "repair-arrival": { value: 20 } });

  const figures = figuresOn(standardsOf(first), "anran", testDay);
  const answers = paper.flatMap(({ slot, questionId }) => {
    const known = bankOf(first).get(questionId);
    return known ? [{ slot, seq: 1, response: keyOf(known.question, figures) }] : [];
  });
  done(await saveAnswers(house.as("technician", "09:20"), attemptId, answers));
  done(await handIn(inBuild(later, house.as("technician", "09:30")), attemptId));
  const [grade] = await store.read.select().from(store.t.grades).where(eq(store.t.grades.attemptId, attemptId));
  expect(grade).toMatchObject({ percent: 100, passed: true });
  expect(GradeDetail.parse(grade?.detail).find((one) => one.questionId === "sc-022")?.correct).toBe(true);
});
