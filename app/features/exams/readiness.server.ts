import { and, inArray } from "drizzle-orm";
import { tracksOf } from "#app/features/learning/catalogue.server.ts";
import { coreOf } from "#app/features/learning/tracks.ts";
import type { Context } from "#app/features/people/context.ts";
import type { Scheme } from "#app/features/standards/scheme.ts";

/**
 * How many modules each person has not completed of those the scheme's exam is about: the core of its track, and what its blueprint draws from.
 * Shown before somebody is admitted; an exam may be sat all the same. A completed older version counts.
 */
export async function modulesLeft({ store, content }: Pick<Context, "store" | "content">, scheme: Pick<Scheme, "track" | "theory">, personIds: readonly string[]): Promise<Map<string, number>> {
  const track = tracksOf(content).find((one) => one.id === scheme.track);
  const modules = new Set([...(track ? coreOf(track) : []), ...scheme.theory.blueprint.map((quota) => quota.module)]);
  if (personIds.length === 0) return new Map();
  const { completions } = store.t;
  const done = await store.read
    .selectDistinct({ personId: completions.personId, moduleId: completions.moduleId })
    .from(completions)
    .where(and(inArray(completions.personId, [...personIds]), inArray(completions.moduleId, [...modules])));
  return new Map(personIds.map((id) => [id, modules.size - done.filter((one) => one.personId === id).length]));
}
