import { and, eq } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { topicsOf } from "#app/features/questions/question.ts";
import { figuresOn, standardsOf } from "#app/features/standards/catalogue.server.ts";
import { companyKeyOf } from "#app/features/standards/company.server.ts";
import { keepVersions } from "#app/features/standards/versions.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { chanceOf } from "#app/lib/random.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { isGuardRefusal, isUniqueViolation } from "#db/client.ts";
import { start } from "./attempt.ts";
import { drawPaper } from "./draw.ts";
import { examEvent } from "./events.ts";
import { questionsOf, schemeVersion } from "./paper.server.ts";
import type { StartRefusal } from "./refusals.ts";
import { findSealable, sealAttempt } from "./seal.server.ts";

/**
 * Starts the actor's attempt in a sitting they are admitted to: draws the paper, keeps the versions of its questions, and from now on the time runs.
 * There is one attempt a person and sitting: who starts again, or twice at once, gets the one they have.
 * Refusals: `not-admitted`; `not-open`, `too-early`, `too-late` as `start` says; `infeasible` when the bank cannot fill the blueprint.
 */
export async function startAttempt(context: Context, sittingId: string): Promise<Result<{ attemptId: string }, StartRefusal>> {
  const { store, content, actor, now } = context;
  const { sittings, admissions, attempts } = store.t;
  const { personId } = actor;
  if (personId === null) return refused("not-admitted");
  const begun = async () => {
    const [own] = await store.read.select({ id: attempts.id }).from(attempts).where(and(eq(attempts.sittingId, sittingId), eq(attempts.personId, personId)));
    return own && ok({ attemptId: own.id });
  };
  const known = await begun();
  if (known) return known;

  const [row] = await store.read
    .select({ sitting: sittings })
    .from(sittings)
    .innerJoin(admissions, and(eq(admissions.sittingId, sittings.id), eq(admissions.personId, personId)))
    .where(eq(sittings.id, sittingId));
  if (!row) return refused("not-admitted");
  const { sitting } = row;
  const times = start(sitting, now);
  if (!times.ok) return times;
  const { scheme, hash: schemeHash } = await schemeVersion(store.read, context, sitting.schemeId, sitting.schemeHash);
  const seed = context.newId();
  const paper = drawPaper(scheme.theory, bankOf(content).values(), chanceOf(seed));
  if (!paper.ok) return paper;
  const questions = await questionsOf(store.read, context, paper.value);
  const person = await findPerson(context, personId);
  const companyKey = await companyKeyOf(context, person?.unitId ?? sitting.unitId);
  const inForce = figuresOn(standardsOf(content), companyKey, dayOf(now));
  const bound = topicsOf(questions.values());
  const figures = Object.fromEntries(Object.entries(inForce).filter(([topic]) => bound.has(topic)));
  const attemptId = context.newId();
  try {
    return await store.write(async (tx) => {
      await tx.insert(attempts).values({ id: attemptId, sittingId, personId, schemeId: scheme.id, schemeHash, companyKey, figures, seed, paper: paper.value, ...times.value, state: "open" });
      await keepVersions(tx, context, "question", [...questions.values()].map((question) => ({ key: question.id, body: question })));
      await keepVersions(tx, context, "scheme", [{ key: scheme.id, body: scheme }]);
      await record(tx, context, examEvent("attempt.started", { subject: attemptId, personId }, { sittingId, schemeHash, deadlineAt: times.value.deadlineAt, questions: paper.value.length }));
      return ok({ attemptId });
    });
  } catch (error) {
    // The other of two starts was first; or the invigilator closed the room between our look and our write.
    if (isUniqueViolation(error)) return (await begun()) ?? refused("not-open");
    if (isGuardRefusal(error)) return refused("not-open");
    throw error;
  }
}

/** Hands in the actor's own attempt. Handing in again, or what is sealed already, changes nothing. Refused as `no-such-attempt`, also for somebody else's. */
export async function handIn(context: Context, attemptId: string): Promise<Result<{ attemptId: string }, "no-such-attempt">> {
  const { store, actor } = context;
  const { attempts } = store.t;
  const personId = actor.personId ?? "";
  const [own] = await store.read.select({ id: attempts.id }).from(attempts).where(and(eq(attempts.id, attemptId), eq(attempts.personId, personId)));
  if (!own) return refused("no-such-attempt");
  return store.write(async (tx) => {
    const open = await findSealable(tx, store, { attemptId, personId });
    if (open) await sealAttempt(tx, context, open, "hand-in");
    return ok({ attemptId });
  });
}
