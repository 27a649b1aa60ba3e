import { asc } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Context } from "./context.ts";
import { peopleEvent } from "./events.ts";
import type { UnitKind } from "./roles.ts";

/** All units, from which paths and names are read. A group has hundreds at most. */
export async function listUnits({ store }: Pick<Context, "store">) {
  const { units } = store.t;
  return store.read.select().from(units).orderBy(asc(units.kind), asc(units.name));
}

/** Adds a unit below `parentId`, or at the top; by the operator's command line only. Names are distinct under one parent, since import files name units. */
export async function createUnit(
  context: Context,
  input: { name: string; kind: UnitKind; parentId: string | null; companyKey: string | null },
): Promise<Result<{ unitId: string }, "not-allowed" | "no-such-parent" | "name-taken">> {
  const { store, actor, newId } = context;
  const { units } = store.t;
  if (actor.personId !== null) return refused("not-allowed");
  return store.write(async (tx) => {
    const all = await tx.select().from(units);
    if (input.parentId !== null && !all.some((unit) => unit.id === input.parentId)) return refused("no-such-parent");
    // The index cannot see two tops as equal: null is never equal to null.
    if (all.some((unit) => unit.parentId === input.parentId && unit.name === input.name)) return refused("name-taken");
    const unitId = newId();
    await tx.insert(units).values({ id: unitId, ...input });
    await record(tx, context, peopleEvent("unit.created", { subject: unitId, personId: null }, { name: input.name, kind: input.kind, parentId: input.parentId }));
    return ok({ unitId });
  });
}
