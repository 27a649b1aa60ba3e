import { and, asc, count, desc, eq, exists, inArray, ne, not, or, sql, type SQL } from "drizzle-orm";
import { unitPath, unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { findPerson } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { companyAmong, paragraphsOf } from "./asks.ts";
import { modulesOf } from "./catalogue.server.ts";
import type { findSection } from "./queries.server.ts";

/** So many questions of one kind a page shows. */
export const asksShown = 50;

type Reader = Context & { actor: { personId: string } };

/**
 * What was asked at the paragraphs of a section, for who reads it: their own questions, answered ones of colleagues of the same company (without a name),
 * and for a trainer all of the units they train, by name.
 */
export async function findAsks(context: Reader, { module: { id }, section, tree, notes }: NonNullable<Awaited<ReturnType<typeof findSection>>>) {
  const { store, actor, content } = context;
  const { paragraphQuestions: t } = store.t;
  const units = await listUnits(context);
  const trained = unitsFor(actor, "training.manage", units);
  const mine = (await findPerson(context, actor.personId))?.unitId ?? null;
  const companyOf = (unitId: string) => companyAmong(unitPath(units, unitId), units);
  const company = mine === null ? [] : units.filter((unit) => companyOf(unit.id) === companyOf(mine)).map((unit) => unit.id);
  const here = and(eq(t.moduleId, id), eq(t.section, section));
  const own = await listRows(context, and(here, eq(t.personId, actor.personId)), "newest");
  const others = await listRows(context, and(here, ne(t.personId, actor.personId), or(inArray(t.unitId, trained), and(inArray(t.unitId, company), isAnswered(context)))), "newest");
  const version = modulesOf(content).get(id)?.hash ?? "";
  const asked = [...own, ...others].map(({ personId, unitId, moduleHash, name, staffNo, ...row }) => {
    const training = trained.includes(unitId);
    return { ...row, older: moduleHash !== version, mine: personId === actor.personId, asker: training && personId !== actor.personId ? { name, staffNo } : null, mayAnswer: training };
  });
  asked.sort((a, b) => Number(b.mine) - Number(a.mine) || a.paragraph - b.paragraph || a.askedAt - b.askedAt);
  return { version, paragraphs: paragraphsOf(tree, notes), asked };
}

/** The questions of the units the actor trains: the open ones, oldest first, and the answered ones, newest first; `moduleId` empty for all modules. */
export async function listAsks(context: Context, moduleId: string) {
  const { store, actor, content } = context;
  const { paragraphQuestions: t } = store.t;
  const units = await listUnits(context);
  const trained = inArray(t.unitId, unitsFor(actor, "training.manage", units));
  const wanted = and(trained, moduleId === "" ? undefined : eq(t.moduleId, moduleId));
  const open = and(wanted, not(isAnswered(context)));
  const answered = and(wanted, isAnswered(context));
  const view = async (where: SQL | undefined, order: "oldest" | "newest") => {
    const [total] = await store.read.select({ n: count() }).from(t).where(where);
    const rows = await listRows(context, where, order);
    return {
      total: total?.n ?? 0,
      rows: rows.map(({ moduleHash, personId: _, unitId, ...row }) => {
        const module = modulesOf(content).get(row.moduleId);
        return {
          ...row,
          unitName: units.find((unit) => unit.id === unitId)?.name ?? "",
          moduleTitle: module?.title ?? row.moduleId,
          older: module?.hash !== moduleHash,
          /** Whether the section can still be opened. */
          there: module !== undefined && row.section <= module.sections.length,
        };
      }),
    };
  };
  const asked = await store.read.selectDistinct({ id: t.moduleId }).from(t).where(trained).orderBy(asc(t.moduleId));
  const modules = asked.map(({ id }) => ({ id, title: modulesOf(content).get(id)?.title ?? id }));
  return { open: await view(open, "oldest"), answered: await view(answered, "newest"), modules };
}

function isAnswered({ store }: Pick<Context, "store">): SQL {
  const { paragraphQuestions, paragraphAnswers } = store.t;
  return exists(store.read.select({ one: sql`1` }).from(paragraphAnswers).where(eq(paragraphAnswers.questionId, paragraphQuestions.id)));
}

async function listRows({ store }: Pick<Context, "store">, where: SQL | undefined, order: "oldest" | "newest") {
  const { paragraphQuestions: t, paragraphAnswers: a, people } = store.t;
  const by = order === "oldest" ? asc : desc;
  const rows = await store.read
    .select({ id: t.id, personId: t.personId, unitId: t.unitId, moduleId: t.moduleId, moduleHash: t.moduleHash, section: t.section, paragraph: t.paragraph, excerpt: t.excerpt, text: t.text, askedAt: t.askedAt, name: people.name, staffNo: people.staffNo })
    .from(t)
    .innerJoin(people, eq(people.id, t.personId))
    .where(where)
    .orderBy(by(t.askedAt), by(t.id))
    .limit(asksShown);
  const answers = await store.read
    .select({ id: a.id, questionId: a.questionId, text: a.text, answeredAt: a.answeredAt, by: people.name })
    .from(a)
    .innerJoin(people, eq(people.id, a.personId))
    .where(inArray(a.questionId, rows.map((row) => row.id)))
    .orderBy(asc(a.answeredAt), asc(a.id));
  return rows.map((row) => ({ ...row, answers: answers.filter((one) => one.questionId === row.id).map(({ questionId: _, ...one }) => one) }));
}
