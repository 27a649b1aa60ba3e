import { systemActor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { newId } from "#app/lib/ids.ts";
import { configure, openHouse } from "../serve/house.ts";

/** Runs one command as the system itself, and closes the store whatever happens. */
export async function asSystem<T>(run: (context: Context) => Promise<T>): Promise<T> {
  const house = await openHouse(configure("demo"));
  try {
    return await run({ ...house, actor: systemActor, now: Date.now(), newId });
  } finally {
    await house.store.close();
  }
}
