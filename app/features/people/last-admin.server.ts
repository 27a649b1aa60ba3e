import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Context } from "./context.ts";

/**
 * Whether the group would be left without an administrator if this person ceased to be one. Somebody who is leaving does not count.
 * Takes a lock that lasts until the transaction ends: two administrators who disable each other at once are told apart on PostgreSQL too.
 */
export async function isLastAdmin(tx: Db, { store, now }: Pick<Context, "store" | "now">, personId: string): Promise<boolean> {
  const { t } = store;
  const value = String(now);
  await tx.insert(t.settings).values({ key: "people.last-admin-lock", value }).onConflictDoUpdate({ target: t.settings.key, set: { value } });
  const admins = await tx
    .select({ personId: t.roleGrants.personId })
    .from(t.roleGrants)
    .innerJoin(t.units, and(eq(t.units.id, t.roleGrants.unitId), isNull(t.units.parentId)))
    .innerJoin(t.accounts, and(eq(t.accounts.personId, t.roleGrants.personId), eq(t.accounts.state, "active")))
    .innerJoin(t.people, and(eq(t.people.id, t.roleGrants.personId), isNull(t.people.leftOn)))
    .where(and(eq(t.roleGrants.role, "admin"), isNull(t.roleGrants.toOn)));
  return admins.length > 0 && admins.every((one) => one.personId === personId);
}
