import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import { listAssignments } from "#app/features/people/people.server.ts";
import { standardsOf } from "#app/features/standards/catalogue.server.ts";
import { postNames } from "#app/features/standards/posts.ts";
import { dayOf } from "#app/lib/clock.ts";
import { modulesOf, tracksOf } from "./catalogue.server.ts";
import { findLearner } from "./learner.server.ts";
import type { Module } from "./module.ts";
import { notesFor } from "./notes.ts";
import { sectionMinutes, type Place } from "./places.ts";
import { leftOf, moduleToGoOnWith, progressOf, type History, type Progress } from "./progress.ts";
import { acknowledgementsOf, placesOf } from "./reading-queries.server.ts";
import { tryQuestion } from "./self-check.server.ts";
import { dueOn, modulesFor, tracksFor } from "./tracks.ts";
import { walk } from "./walk.ts";

type Reader = Pick<Context, "store" | "content" | "now">;

/** How far one person is in each of these modules, by module id. Ids of modules that are not in this build are left out. */
export async function progressIn({ store, content }: Pick<Reader, "store" | "content">, personId: string, moduleIds: readonly string[]): Promise<Map<string, Progress>> {
  const modules = moduleIds.map((id) => modulesOf(content).get(id)).filter((one) => one !== undefined);
  const histories = await historiesOf(store, personId, modules.map((one) => one.id));
  return new Map(modules.map((module) => [module.id, progressOf({ hash: module.hash, minutes: module.minutes, sections: module.sections.length }, histories(module.id))]));
}

async function historiesOf(store: Reader["store"], personId: string, ids: string[]): Promise<(moduleId: string) => History> {
  const { sectionReadings, selfChecks, completions } = store.t;
  const [readings, checks, completed] = await Promise.all([
    store.read
      .select({ id: sectionReadings.moduleId, hash: sectionReadings.moduleHash, section: sectionReadings.section, at: sectionReadings.readAt })
      .from(sectionReadings)
      .where(and(eq(sectionReadings.personId, personId), inArray(sectionReadings.moduleId, ids))),
    store.read
      .select({ id: selfChecks.moduleId, hash: selfChecks.moduleHash, correct: selfChecks.correct, total: selfChecks.total, passed: selfChecks.passed, at: selfChecks.takenAt })
      .from(selfChecks)
      .where(and(eq(selfChecks.personId, personId), inArray(selfChecks.moduleId, ids))),
    store.read
      .select({ id: completions.moduleId, hash: completions.moduleHash, at: completions.completedAt })
      .from(completions)
      .where(and(eq(completions.personId, personId), inArray(completions.moduleId, ids))),
  ]);
  const scored = checks.map(({ correct, total, ...check }) => ({ ...check, percent: Math.round((correct / total) * 100) }));
  const of = <T extends { id: string }>(items: readonly T[], moduleId: string) => items.filter((item) => item.id === moduleId);
  return (moduleId) => ({ readings: of(readings, moduleId), checks: of(scored, moduleId), completions: of(completed, moduleId) });
}

/** One person's plan: their tracks with how far they are in each module, what is left, and what to go on with. */
export async function planOf(context: Reader, personId: string) {
  const learner = await findLearner(context, personId);
  const all = tracksOf(context.content);
  const mine = tracksFor(learner.post, all);
  const ids = [...new Set(mine.flatMap((track) => track.modules.map((module) => module.id)))];
  const [progress, places, acknowledged] = await Promise.all([progressIn(context, personId, ids), placesOf(context, personId, ids), acknowledgementsOf(context, personId, ids)]);
  const cards = new Map([...progress].map(([id, one]) => {
    const demanded = acknowledged.get(id);
    return [id, moduleCard(modulesOf(context.content).get(id), one, places.get(id) ?? null, demanded !== undefined && demanded.on === null)];
  }));
  const due = modulesFor(learner.post, all).flatMap((id) => cards.get(id) ?? []);
  const goOn = moduleToGoOnWith(due);
  const postings = await listAssignments(context, personId);
  const tracks = mine.map((track) => {
    const entries = track.modules.flatMap((entry) => {
      const card = cards.get(entry.id);
      return card ? [{ ...card, kind: entry.kind }] : [];
    });
    const core = entries.filter((entry) => entry.kind === "core");
    const { id, title, summary } = track;
    const due = dueOn(track, postings);
    return { id, title, summary, dueOn: due, overdue: due !== null && due < dayOf(context.now), modules: entries, core: core.length, complete: core.filter((entry) => entry.progress.state === "complete").length };
  });
  return { name: learner.name, post: learner.post && postNames[learner.post], unitName: learner.unitName, left: leftOf(due), goOn, tracks };
}

/** A module on a list: its title, its length, how far one is, the title of the section to read on in, where in it, and whether it is still to be acknowledged. */
export type ModuleCard = { id: string; title: string; minutes: number; progress: Progress; nextTitle: string | null; place: Place | null; unacknowledged: boolean };

function moduleCard(module: Module | undefined, progress: Progress, place: Place | null, unacknowledged: boolean): ModuleCard | null {
  if (!module) return null;
  const nextTitle = progress.next?.kind === "section" ? (module.sections[(place?.section ?? progress.next.section) - 1]?.title ?? null) : null;
  return { id: module.id, title: module.title, minutes: module.minutes, progress, nextTitle, place, unacknowledged };
}

/** A module's cover for one person; null when there is no such module. */
export async function findCover(context: Reader, personId: string, moduleId: string) {
  const module = modulesOf(context.content).get(moduleId);
  const [progress, places, acknowledged] = await Promise.all([progressIn(context, personId, [moduleId]), placesOf(context, personId, [moduleId]), acknowledgementsOf(context, personId, [moduleId])]);
  const mine = progress.get(moduleId);
  if (!module || !mine) return null;
  const { id, title, summary, goals, minutes } = module;
  return { id, title, summary, goals, minutes, progress: mine, sections: contentsOf(module), place: places.get(id) ?? null, acknowledgement: acknowledged.get(id) ?? null };
}

/** A module's table of contents: each section's title and about how many minutes it takes. */
function contentsOf(module: Module) {
  const minutes = sectionMinutes(module);
  return module.sections.map(({ title }, index) => ({ title, minutes: minutes[index] ?? 1 }));
}

/** One section of a module (1-based) as one person reads it today, with what its marks stand for; null when there is none. */
export async function findSection(context: Reader, personId: string, moduleId: string, section: number) {
  const module = modulesOf(context.content).get(moduleId);
  const found = module?.sections[section - 1];
  if (!module || !found) return null;
  const notes = notesFor(found.tree, await readerOf(context, personId, moduleId));
  return { module: { id: module.id, title: module.title }, version: module.hash, section, of: module.sections.length, contents: contentsOf(module), title: found.title, tree: found.tree, notes };
}

/**
 * A module in its short form, for those who need to know of it and hand over: what it is about, its key points, and the posts it is the work of.
 * Null when there is none.
 */
export async function findBrief(context: Reader, personId: string, moduleId: string) {
  const module = modulesOf(context.content).get(moduleId);
  if (!module) return null;
  const points = module.sections.flatMap((section) => [...walk(section.tree)].filter((node) => typeof node !== "string" && node.type === "KeyPoints"));
  const { id, title, summary, audience } = module;
  return { id, title, summary, posts: audience.map((one) => (one === "all" ? "所有岗位" : postNames[one])), points, notes: notesFor(points, await readerOf(context, personId, moduleId)) };
}

/** A whole module as one person reads it today, for printing; null when there is none. */
export async function findWhole(context: Reader, personId: string, moduleId: string) {
  const module = modulesOf(context.content).get(moduleId);
  if (!module) return null;
  const { id, title, summary, goals, hash, sections } = module;
  const reader = await readerOf(context, personId, moduleId);
  return { id, title, summary, goals, version: hash.slice(0, 8), on: reader.day, sections: sections.map((section) => ({ ...section, notes: notesFor(section.tree, reader) })) };
}

async function readerOf(context: Reader, personId: string, moduleId: string) {
  const { companyKey, figures } = await findLearner(context, personId);
  const practice = (questionId: string) => {
    const asked = tryQuestion(context.content, moduleId, questionId);
    return asked && { question: asked.shown, to: `/modules/${moduleId}/try/${questionId}` };
  };
  return { standards: standardsOf(context.content), companyKey, figures, day: dayOf(context.now), practice };
}
