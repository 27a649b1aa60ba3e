import { and, eq } from "drizzle-orm";
import { issueWithCommitment, recordLeaving } from "#app/features/commitments/commands.server.ts";
import { admitCandidates, closeSitting, createSitting, handIn, openSitting, releaseResults, saveAnswers, startAttempt } from "#app/features/exams/commands.server.ts";
import { Paper } from "#app/features/exams/paper.ts";
import { questionsOf } from "#app/features/exams/paper.server.ts";
import { modulesOf, tracksOf } from "#app/features/learning/catalogue.server.ts";
import { markSectionRead, submitSelfCheck } from "#app/features/learning/commands.server.ts";
import { findLearner } from "#app/features/learning/learner.server.ts";
import { selfCheckFor } from "#app/features/learning/self-check.server.ts";
import { modulesFor } from "#app/features/learning/tracks.ts";
import { suspendLicence } from "#app/features/licences/commands.server.ts";
import { findActor } from "#app/features/people/actor.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { authoriseAssessor } from "#app/features/practicals/authorisation-commands.server.ts";
import { findChecklist } from "#app/features/practicals/catalogue.server.ts";
import { stepsOf } from "#app/features/practicals/checklist.ts";
import { finishPractical, markSteps, startPractical } from "#app/features/practicals/commands.server.ts";
import { signPractical } from "#app/features/practicals/sign-commands.server.ts";
import { isByPart } from "#app/features/questions/answered.ts";
import { keyOf } from "#app/features/questions/grade.ts";
import type { Response } from "#app/features/questions/response.ts";
import { addDays, dayOf, hour, instantOf, minute, type Instant } from "#app/lib/clock.ts";
import type { ContentStore } from "#app/lib/content.server.ts";
import type { Store } from "#db/client.ts";
import { demoPassword } from "./accounts.ts";
import { demoPersonId } from "./people.ts";

type House = { store: Store; content: ContentStore; newId: () => string };
type As = (staffNo: string, at: Instant) => Promise<Context & { actor: { personId: string } }>;

const schemeId = "repair";
const checklistIds = ["pc-home-visit", "pc-repair", "pc-meter-exchange"] as const;
const east = { unitId: "u-rongcheng", trainer: "10011", issuer: "10012", room: "培训中心 201 教室" };
const lugang = { unitId: "u-lugang", trainer: "10202", issuer: "10203", room: "鹭港大楼 3 楼会议室" };
type Company = typeof east;

/** A refusal here is a fault of the demo, not of a user: it stops the loading and says which step. */
function must<T>(step: string, result: { ok: true; value: T } | { ok: false; refusal: string }): T {
  if (!result.ok) throw new Error(`the demo company: ${step} was refused as ${result.refusal}`);
  return result.value;
}

/** What the demo company has lived through until `now`, by the commands the pages call: two years of licences, and an exam that is under way. */
export async function liveStory(house: House, now: Instant): Promise<void> {
  const today = dayOf(now);
  const at = (daysAgo: number, time: string) => instantOf(addDays(today, -daysAgo), time);
  const as: As = async (staffNo, moment) => {
    const actor = await findActor(house.store, staffNo, moment);
    if (!actor) throw new Error(`the demo company has no account ${staffNo}`);
    return { ...house, actor, now: moment };
  };

  for (const [company, assessors] of [[east, ["10102", "10121"]], [lugang, ["10211"]]] as const)
    for (const assessor of assessors)
      for (const checklistId of checklistIds)
        must("an authorisation", await authoriseAssessor(await as(company.trainer, at(1_000, "09:00")), { personId: demoPersonId(assessor), checklistId, fromOn: addDays(today, -1_000), toOn: null }));

  // The road of a cohort: learn, sit together, be assessed one by one, be licensed. Days ago: theory, practicals, issue.
  const cohort = async (company: Company, assessor: string, people: readonly string[], [theory, practical, issue]: readonly [number, number, number | null]) => {
    for (const person of people) await learn(as, person, at(theory + 6, "10:00"));
    await sit(as, company, people, at(theory, "09:00"));
    for (const [index, person] of people.entries())
      for (const checklistId of checklistIds) await assess(as, assessor, person, checklistId, at(practical, `${10 + index}:00`));
    if (issue === null) return;
    for (const person of people)
      must("an issue", await issueWithCommitment(await as(company.issuer, at(issue, "15:30")), { personId: demoPersonId(person), schemeId }));
  };

  await cohort(east, "10121", ["10107"], [815, 808, 800]); // 黄志强: first licence run out, its two years fulfilled
  await cohort(east, "10102", ["10122", "10245"], [733, 725, 714]); // 蒋涛、郭亮: about to expire
  await cohort(lugang, "10211", ["10212", "10213"], [420, 411, 400]);
  await cohort(east, "10102", ["10133"], [215, 208, 200]); // 冯雪: left early
  await cohort(east, "10121", ["10107", "10132"], [90, 82, 75]); // 黄志强 again, 唐勇
  await cohort(east, "10102", ["10123"], [24, 12, null]); // 董伟明: everything there, waiting for the issuer

  must("a leaving", await recordLeaving(await as("10003", at(30, "16:00")), { personId: demoPersonId("10133"), leftOn: addDays(today, -30), reason: "个人原因辞职" }));
  const [suspended] = await house.store.read.select({ id: house.store.t.licences.id }).from(house.store.t.licences).where(eq(house.store.t.licences.personId, demoPersonId("10212")));
  if (suspended) must("a suspension", await suspendLicence(await as("10201", at(15, "11:20")), { licenceId: suspended.id, reason: "客户投诉上门未出示证件，调查期间暂停" }));

  // 卢佳 did not pass; 丁宁 has half the modules.
  await learn(as, "10221", at(46, "10:00"));
  await sit(as, lugang, ["10221"], at(40, "09:00"), 0.5);
  await learn(as, "10222", at(9, "19:30"), 3);

  // The others are somewhere on their way; `most` modules of those of their post.
  const learners = [["10102", 6], ["10121", 6], ["10211", 6], ["10109", 4], ["10111", 2], ["10112", 4], ["10014", 4], ["10015", 1], ["10101", 3], ["10124", 4], ["10125", 4], ["10134", 2], ["10214", 3], ["10223", 4]] as const;
  for (const [index, [person, most]] of learners.entries()) await learn(as, person, at(120 - index * 7, "14:00"), most);

  // 陈晓梅 has learnt everything and is admitted to the exam that is under way; 林小雨 has just begun.
  await learn(as, "10238", at(8, "20:00"));
  await learn(as, "10301", at(1, "20:15"), 1);
  const trainer = await as(east.trainer, now - 40 * minute);
  const running = must("a sitting", await createSitting(trainer, { schemeId, unitId: east.unitId, title: "维修上岗证理论考试", room: east.room, startsAt: now - 20 * minute, endsAt: now + 3 * hour })).id;
  must("an opening", await openSitting(trainer, running));
  must("an admission", await admitCandidates(trainer, running, ["10122", "10245", "10238"].map(demoPersonId)));
  for (const [person, answered] of [["10122", 14], ["10245", 9]] as const) {
    const started = await as(person, now - 15 * minute);
    const { attemptId } = must("a start", await startAttempt(started, running));
    await answer(await as(person, now - 4 * minute), attemptId, 0.9, answered);
  }
  // 郭亮's home visit is being assessed again for his renewal.
  const assessor = await as("10102", now - 13 * minute);
  const { id } = must("a practical", await startPractical(assessor, { candidateId: demoPersonId("10245"), schemeId, checklistId: "pc-home-visit" }));
  const steps = stepsOf(checklist(house, "pc-home-visit")).slice(0, 5);
  must("marks", await markSteps({ ...assessor, now: now - 4 * minute }, id, steps.map((step) => ({ step: step.id, seq: 1, mark: "done" as const, note: null }))));
}

function checklist({ content }: Pick<House, "content">, id: string) {
  const found = findChecklist(content, id);
  if (!found) throw new Error(`the demo company: no checklist ${id}`);
  return found.checklist;
}

/** Reads the modules of the person's post and passes their self-checks, `most` of them. */
async function learn(as: As, staffNo: string, at: Instant, most = 99): Promise<void> {
  const context = await as(staffNo, at);
  const { post, figures } = await findLearner(context, context.actor.personId);
  const modules = modulesFor(post, tracksOf(context.content)).slice(0, most);
  for (const [index, id] of modules.entries()) {
    const later = { ...context, now: at + index * 50 * minute };
    for (const [section] of (modulesOf(context.content).get(id)?.sections ?? []).entries()) must("reading", await markSectionRead(later, id, section + 1));
    const answers = selfCheckFor(context.content, id, context.actor.personId).map(({ question }) => ({ questionId: question.id, response: keyOf(question, figures) }));
    must("a self-check", await submitSelfCheck({ ...later, now: later.now + 40 * minute }, id, answers));
  }
}

/** A whole sitting: planned, opened, sat, handed in, closed, released. `skill` is the share of questions answered rightly. */
async function sit(as: As, company: Company, people: readonly string[], startsAt: Instant, skill = 0.92): Promise<void> {
  const plan = await as(company.trainer, startsAt - 24 * hour);
  const { id } = must("a sitting", await createSitting(plan, { schemeId, unitId: company.unitId, title: "维修上岗证理论考试", room: company.room, startsAt, endsAt: startsAt + 2 * hour }));
  must("an admission", await admitCandidates(plan, id, people.map(demoPersonId)));
  must("an opening", await openSitting(await as(company.trainer, startsAt - 5 * minute), id));
  for (const person of people) {
    const { attemptId } = must("a start", await startAttempt(await as(person, startsAt + minute), id));
    await answer(await as(person, startsAt + 30 * minute), attemptId, skill);
    must("a hand-in", await handIn(await as(person, startsAt + 42 * minute), attemptId));
  }
  must("a closing", await closeSitting(await as(company.trainer, startsAt + 2 * hour), id));
  must("a release", await releaseResults(await as(company.trainer, startsAt + 4 * hour), id));
}

/** Answers the first `most` questions of a paper: critical ones rightly, of the others every so many wrongly. */
async function answer(context: Context & { actor: { personId: string } }, attemptId: string, skill: number, most = 99): Promise<void> {
  const { attempts } = context.store.t;
  const [row] = await context.store.read.select({ paper: attempts.paper }).from(attempts).where(and(eq(attempts.id, attemptId), eq(attempts.personId, context.actor.personId)));
  const paper = Paper.parse(row?.paper);
  const questions = await questionsOf(context.store.read, context, paper);
  const { figures } = await findLearner(context, context.actor.personId);
  const wrongEvery = Math.max(2, Math.round(1 / (1 - skill)));
  const given = paper.slice(0, most).flatMap(({ slot, critical }) => {
    const question = questions.get(slot);
    if (!question) return [];
    const key = keyOf(question, figures);
    const response: Response = critical || slot % wrongEvery !== 0 ? key : wrong(key);
    return [{ slot, seq: 1, response }];
  });
  must("answers", await saveAnswers(context, attemptId, given));
}

/** An answer that is not the key. */
function wrong(key: Exclude<Response, null>): Response {
  if (isByPart(key)) return { ...key, a: null };
  if (typeof key === "boolean") return !key;
  if (typeof key === "number") return key + 10;
  return Array.isArray(key) ? [...key].reverse().slice(0, 1) : key === "a" ? "b" : "a";
}

/** A practical from start to the second signature, everything done but one small thing. */
async function assess(as: As, assessor: string, candidate: string, checklistId: (typeof checklistIds)[number], at: Instant): Promise<void> {
  const context = await as(assessor, at);
  const { id } = must("a practical", await startPractical(context, { candidateId: demoPersonId(candidate), schemeId, checklistId }));
  const steps = stepsOf(checklist(context, checklistId));
  const slip = steps.findLast((step) => !step.critical)?.id;
  must("marks", await markSteps({ ...context, now: at + 20 * minute }, id, steps.map((step) => ({ step: step.id, seq: 1, mark: step.id === slip ? ("missed" as const) : ("done" as const), note: step.id === slip ? "收尾时忘了，提醒后补上" : null }))));
  must("a finish", await finishPractical({ ...context, now: at + 25 * minute }, id));
  const { practicals } = context.store.t;
  const [finished] = await context.store.read.select({ recordHash: practicals.recordHash }).from(practicals).where(eq(practicals.id, id));
  const recordHash = finished?.recordHash ?? "";
  const tablet = { address: "10.20.0.8", device: "考评平板" };
  must("a signature", await signPractical({ ...context, now: at + 27 * minute }, tablet, id, { by: "candidate", decision: "signed", password: demoPassword, recordHash }));
  must("a signature", await signPractical({ ...context, now: at + 28 * minute }, tablet, id, { by: "assessor", recordHash }));
}
