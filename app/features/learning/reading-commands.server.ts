import { and, eq, lte } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { can } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { keepVersions } from "#app/features/standards/versions.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { modulesOf } from "./catalogue.server.ts";
import { learningEvent } from "./events.ts";
import { contentOf } from "./module.ts";
import { isPlaceIn } from "./places.ts";

/**
 * Keeps where the actor is reading in a module; the newest by the server's clock stays, whatever device it came from. It decides nothing, so it is not audited.
 * Refusals: `other-version` of a page opened before the text changed, `no-such-place`, `no-such-module`, `not-allowed`.
 */
export async function keepPlace(
  context: Context,
  moduleId: string,
  { version, section, paragraph }: { version: string; section: number; paragraph: number },
): Promise<Result<null, "not-allowed" | "no-such-module" | "other-version" | "no-such-place">> {
  const { store, content, actor, now } = context;
  const personId = actor.personId;
  if (personId === null || !can(actor, "learning.own", { personId })) return refused("not-allowed");
  const module = modulesOf(content).get(moduleId);
  if (!module) return refused("no-such-module");
  if (module.hash !== version) return refused("other-version");
  if (!isPlaceIn(module, { section, paragraph })) return refused("no-such-place");
  const { readingPlaces } = store.t;
  const place = { moduleHash: version, section, paragraph, at: now };
  await store.write(async (tx) => {
    // As `newerPlace` decides: a request that was overtaken on its way changes nothing.
    await tx
      .insert(readingPlaces)
      .values({ personId, moduleId, ...place })
      .onConflictDoUpdate({ target: [readingPlaces.personId, readingPlaces.moduleId], set: place, setWhere: lte(readingPlaces.at, now) });
  });
  return ok(null);
}

/**
 * Notes that the actor has read and knows 已阅知 the current version of a module that demands it; once per version, confirming it again changes nothing.
 * `version` is the one they had before them. Refusals: `not-demanded`, `other-version`, `not-read-yet` while sections of this version are unread, `no-such-module`, `not-allowed`.
 */
export async function acknowledgeModule(
  context: Context,
  moduleId: string,
  version: string,
): Promise<Result<{ acknowledged: boolean }, "not-allowed" | "no-such-module" | "not-demanded" | "other-version" | "not-read-yet">> {
  const { store, content, actor, now } = context;
  const personId = actor.personId;
  if (personId === null || !can(actor, "learning.own", { personId })) return refused("not-allowed");
  const module = modulesOf(content).get(moduleId);
  if (!module) return refused("no-such-module");
  if (!module.acknowledge) return refused("not-demanded");
  if (module.hash !== version) return refused("other-version");
  const { sectionReadings, acknowledgements } = store.t;
  return store.write(async (tx) => {
    const readings = await tx
      .select({ section: sectionReadings.section })
      .from(sectionReadings)
      .where(and(eq(sectionReadings.personId, personId), eq(sectionReadings.moduleId, moduleId), eq(sectionReadings.moduleHash, version)));
    if (!module.sections.every((_, index) => readings.some((reading) => reading.section === index + 1))) return refused("not-read-yet");
    const noted = await tx
      .insert(acknowledgements)
      .values({ personId, moduleId, moduleHash: version, at: now })
      .onConflictDoNothing()
      .returning({ moduleId: acknowledgements.moduleId });
    if (noted.length === 0) return ok({ acknowledged: false });
    await keepVersions(tx, context, "module", [{ key: moduleId, body: contentOf(module) }]);
    await record(tx, context, learningEvent("learning.acknowledged", { subject: moduleId, personId }, { moduleId, moduleHash: version }));
    return ok({ acknowledged: true });
  });
}
