import { and, eq } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Context } from "./context.ts";
import { settleTry } from "./confirm.server.ts";
import { peopleEvent } from "./events.ts";
import { isLastAdmin } from "./last-admin.server.ts";
import { hashPassword, newOneTimePassword, passwordMatches } from "./password.server.ts";
import { countTry, type Origin } from "./sessions.server.ts";
import { endSessions, requireManagedAccount } from "./staff.server.ts";

/**
 * Changes one's own password and ends all one's other sessions. Refusals: `wrong` (the current one; tries count like tries to sign in),
 * `too-many`, `too-simple` (the staff number), `changed-meanwhile` (somebody, an administrator say, set another in between).
 */
export async function changePassword(
  context: Context & { actor: { personId: string }; sessionId: string },
  input: { currentPassword: string; newPassword: string },
  origin: Origin,
): Promise<Result<null, "wrong" | "too-many" | "too-simple" | "changed-meanwhile">> {
  const { store, actor, now } = context;
  const { accounts, people } = store.t;
  const [account] = await store.read
    .select({ hash: accounts.passwordHash, staffNo: people.staffNo })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(eq(accounts.personId, actor.personId));
  if (!account) return refused("wrong");
  const counted = await countTry(context, account.staffNo, origin);
  if (!counted.ok) return counted;
  const right = await passwordMatches(input.currentPassword, account.hash);
  await settleTry(context, { tryId: counted.value, personId: actor.personId, right }, origin);
  if (!right) return refused("wrong");
  if (input.newPassword.trim().toLowerCase() === account.staffNo.toLowerCase()) return refused("too-simple");
  const passwordHash = await hashPassword(input.newPassword);
  return store.write(async (tx) => {
    const changed = await tx
      .update(accounts)
      .set({ passwordHash, mustChange: false, changedAt: now })
      .where(and(eq(accounts.personId, actor.personId), eq(accounts.passwordHash, account.hash)))
      .returning({ personId: accounts.personId });
    if (changed.length === 0) return refused("changed-meanwhile");
    const sessionsEnded = await endSessions(tx, context, actor.personId, context.sessionId);
    await record(tx, context, peopleEvent("account.password-changed", { subject: actor.personId, personId: actor.personId }, { sessionsEnded }));
    return ok(null);
  });
}

/** Sets a one-time password, opens an account where there is none, and ends all sessions. Answers the password, which is kept nowhere. */
export async function resetPassword(context: Context, personId: string): Promise<Result<{ password: string }, "no-such-person" | "outranked" | "own-account">> {
  const { store, actor, now } = context;
  const { accounts } = store.t;
  const person = await requireManagedAccount(context, personId);
  if (!person.ok) return person;
  if (personId === actor.personId) return refused("own-account");
  const password = newOneTimePassword();
  const passwordHash = await hashPassword(password);
  return store.write(async (tx) => {
    const known = await tx.select({ personId: accounts.personId }).from(accounts).where(eq(accounts.personId, personId));
    const created = known.length === 0;
    const fresh = { passwordHash, mustChange: true, changedAt: now };
    await tx.insert(accounts).values({ personId, state: "active", ...fresh }).onConflictDoUpdate({ target: accounts.personId, set: fresh });
    const sessionsEnded = await endSessions(tx, context, personId);
    await record(tx, context, peopleEvent("account.password-reset", { subject: personId, personId }, { created, sessionsEnded }));
    return ok({ password });
  });
}

/** Stops an account and ends its sessions. Refusals: `last-admin`, `own-account`, `changed-meanwhile` (it is disabled already, or there is none). */
export async function disableAccount(context: Context, input: { personId: string; reason: string }): Promise<Result<null, "no-such-person" | "outranked" | "own-account" | "last-admin" | "changed-meanwhile">> {
  const { store, actor, now } = context;
  const { accounts } = store.t;
  const { personId, reason } = input;
  const person = await requireManagedAccount(context, personId);
  if (!person.ok) return person;
  if (personId === actor.personId) return refused("own-account");
  return store.write(async (tx) => {
    if (await isLastAdmin(tx, context, personId)) return refused("last-admin");
    const changed = await tx
      .update(accounts)
      .set({ state: "disabled", disabledReason: reason, changedAt: now })
      .where(and(eq(accounts.personId, personId), eq(accounts.state, "active")))
      .returning({ personId: accounts.personId });
    if (changed.length === 0) return refused("changed-meanwhile");
    const sessionsEnded = await endSessions(tx, context, personId);
    await record(tx, context, peopleEvent("account.disabled", { subject: personId, personId }, { reason, sessionsEnded }));
    return ok(null);
  });
}

/** Opens a disabled account again; its old password is good again. */
export async function enableAccount(context: Context, input: { personId: string; reason: string }): Promise<Result<null, "no-such-person" | "outranked" | "changed-meanwhile">> {
  const { store, now } = context;
  const { accounts } = store.t;
  const { personId, reason } = input;
  const person = await requireManagedAccount(context, personId);
  if (!person.ok) return person;
  return store.write(async (tx) => {
    const changed = await tx
      .update(accounts)
      .set({ state: "active", disabledReason: null, changedAt: now })
      .where(and(eq(accounts.personId, personId), eq(accounts.state, "disabled")))
      .returning({ personId: accounts.personId });
    if (changed.length === 0) return refused("changed-meanwhile");
    await record(tx, context, peopleEvent("account.enabled", { subject: personId, personId }, { reason }));
    return ok(null);
  });
}
