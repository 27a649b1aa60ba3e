import { eq } from "drizzle-orm";
import { dayOf, type Instant } from "#app/lib/clock.ts";
import type { Store } from "#db/client.ts";
import type { Actor } from "./access.ts";

/** The actor of a staff number with the roles in force on the day of `now`: for the command line and the demo. Null without an active account. */
export async function findActor({ read, t }: Store, staffNo: string, now: Instant): Promise<(Actor & { personId: string }) | null> {
  const rows = await read
    .select({ personId: t.people.id, name: t.people.name, state: t.accounts.state, role: t.roleGrants.role, unitId: t.roleGrants.unitId, fromOn: t.roleGrants.fromOn, toOn: t.roleGrants.toOn })
    .from(t.people)
    .innerJoin(t.accounts, eq(t.accounts.personId, t.people.id))
    .leftJoin(t.roleGrants, eq(t.roleGrants.personId, t.people.id))
    .where(eq(t.people.staffNo, staffNo));
  const [person] = rows;
  if (!person || person.state !== "active") return null;
  return { personId: person.personId, name: person.name, grants: grantsOn(rows, dayOf(now)) };
}

type GrantRow = { role: Actor["grants"][number]["role"] | null; unitId: string | null; fromOn: string | null; toOn: string | null };

/** The grants of joined rows that are in force on a day; the last day counts. */
export function grantsOn(rows: readonly GrantRow[], day: string): Actor["grants"] {
  return rows.flatMap(({ role, unitId, fromOn, toOn }) =>
    role !== null && unitId !== null && fromOn !== null && fromOn <= day && (toOn === null || toOn >= day) ? [{ role, unitId }] : [],
  );
}
