import { asc } from "drizzle-orm";
import type { Context } from "./context.ts";

/** All units, from which paths and names are read. A group has hundreds at most. */
export async function listUnits({ store }: Pick<Context, "store">) {
  const { units } = store.t;
  return store.read.select().from(units).orderBy(asc(units.kind), asc(units.name));
}
