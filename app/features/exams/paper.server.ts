import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import { bankOf } from "#app/features/questions/catalogue.server.ts";
import { Question } from "#app/features/questions/question.ts";
import { Scheme } from "#app/features/standards/scheme.ts";
import { findScheme, type SchemeVersion } from "#app/features/standards/schemes.server.ts";
import { findVersion } from "#app/features/standards/versions.server.ts";
import type { Db } from "#db/client.ts";
import type { Paper } from "./paper.ts";

/** The questions of a paper by slot, in the versions that were drawn: from this build where it still has them, else as they were kept. */
export async function questionsOf(db: Db, { store, content }: Pick<Context, "store" | "content">, paper: Paper): Promise<Map<number, Question>> {
  const bank = bankOf(content);
  const questions = new Map<number, Question>();
  const changed = paper.filter((slot) => {
    const current = bank.get(slot.questionId);
    if (current?.hash !== slot.hash) return true;
    questions.set(slot.slot, current.question);
    return false;
  });
  if (changed.length === 0) return questions;
  const { contentVersions } = store.t;
  const kept = await db
    .select({ key: contentVersions.key, hash: contentVersions.hash, body: contentVersions.body })
    .from(contentVersions)
    .where(and(eq(contentVersions.kind, "question"), inArray(contentVersions.hash, changed.map((slot) => slot.hash))));
  for (const slot of changed) {
    const version = kept.find((one) => one.key === slot.questionId && one.hash === slot.hash);
    if (version) questions.set(slot.slot, Question.parse(version.body));
  }
  return questions;
}

/** A scheme in the version an exam was set for. Throws when that version was not kept: whoever uses a version keeps it. */
export async function schemeVersion(db: Db, context: Pick<Context, "store" | "content">, id: string, hash: string): Promise<SchemeVersion> {
  const current = findScheme(context.content, id);
  if (current?.hash === hash) return current;
  const kept = await findVersion(db, context, "scheme", id, hash);
  if (kept === null) throw new Error(`version ${hash} of scheme ${id} is not kept`);
  return { scheme: Scheme.parse(kept), hash };
}
