import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import { dayOf, type Day } from "#app/lib/clock.ts";
import { modulesOf } from "./catalogue.server.ts";
import { placeToGoOn, type Place } from "./places.ts";

type Reader = Pick<Context, "store" | "content">;

/** By module id, where one person reads on: only places of the current version that no later reading has overtaken. */
export async function placesOf({ store, content }: Reader, personId: string, moduleIds: readonly string[]): Promise<Map<string, Place>> {
  const { readingPlaces, sectionReadings } = store.t;
  const kept = await store.read
    .select({ id: readingPlaces.moduleId, hash: readingPlaces.moduleHash, section: readingPlaces.section, paragraph: readingPlaces.paragraph, at: readingPlaces.at })
    .from(readingPlaces)
    .where(and(eq(readingPlaces.personId, personId), inArray(readingPlaces.moduleId, [...moduleIds])));
  if (kept.length === 0) return new Map();
  const readings = await store.read
    .select({ id: sectionReadings.moduleId, hash: sectionReadings.moduleHash, at: sectionReadings.readAt })
    .from(sectionReadings)
    .where(and(eq(sectionReadings.personId, personId), inArray(sectionReadings.moduleId, kept.map((one) => one.id))));
  return new Map(kept.flatMap(({ id, ...place }) => {
    const module = modulesOf(content).get(id);
    const readAt = readings.filter((one) => one.id === id && one.hash === place.hash).reduce<number | null>((last, one) => Math.max(last ?? one.at, one.at), null);
    const on = module && placeToGoOn(module, place, readAt);
    return on ? [[id, on] as const] : [];
  }));
}

/** How a module that demands it was acknowledged 已阅知 by one person: the day of the current version, else the last day of an older one. */
export type Acknowledgement = { version: string; on: Day | null; olderOn: Day | null };

/** By module id, of those of these modules that demand it. */
export async function acknowledgementsOf({ store, content }: Reader, personId: string, moduleIds: readonly string[]): Promise<Map<string, Acknowledgement>> {
  const demanding = moduleIds.flatMap((id) => modulesOf(content).get(id) ?? []).filter((module) => module.acknowledge);
  if (demanding.length === 0) return new Map();
  const { acknowledgements } = store.t;
  const noted = await store.read
    .select({ id: acknowledgements.moduleId, hash: acknowledgements.moduleHash, at: acknowledgements.at })
    .from(acknowledgements)
    .where(and(eq(acknowledgements.personId, personId), inArray(acknowledgements.moduleId, demanding.map((module) => module.id))))
    .orderBy(asc(acknowledgements.at));
  return new Map(demanding.map(({ id, hash }) => {
    const own = noted.filter((one) => one.id === id);
    const current = own.find((one) => one.hash === hash);
    const older = own.filter((one) => one.hash !== hash).at(-1);
    return [id, { version: hash, on: current ? dayOf(current.at) : null, olderOn: older ? dayOf(older.at) : null }];
  }));
}

/** Everything one person has acknowledged, of whatever version, in the order of time. For the training archive. */
export async function listAcknowledgements({ store, content }: Reader, personId: string) {
  const { acknowledgements } = store.t;
  const noted = await store.read
    .select({ id: acknowledgements.moduleId, hash: acknowledgements.moduleHash, at: acknowledgements.at })
    .from(acknowledgements)
    .where(eq(acknowledgements.personId, personId))
    .orderBy(asc(acknowledgements.at));
  return noted.map(({ id, hash, at }) => ({ key: `${id} ${hash}`, title: modulesOf(content).get(id)?.title ?? id, version: hash.slice(0, 8), on: dayOf(at) }));
}
