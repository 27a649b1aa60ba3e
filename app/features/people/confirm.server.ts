import { eq } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Context } from "./context.ts";
import { passwordMatches } from "./password.server.ts";
import { triesUsedUp, type Origin } from "./sessions.server.ts";

/**
 * Whether a password typed on somebody else's device is that of `personId`: a signature given beside the signer's own session.
 * Tries count like tries to sign in, so that the form is no way around their limit.
 * Refusals: `wrong` also without an account or with a disabled one; `too-many`; `must-change` while the password is one an administrator knows.
 */
export async function confirmPassword(context: Context, personId: string, password: string, origin: Origin): Promise<Result<null, "wrong" | "too-many" | "must-change">> {
  const { store } = context;
  const { people, accounts } = store.t;
  const [account] = await store.read
    .select({ staffNo: people.staffNo, hash: accounts.passwordHash, state: accounts.state, mustChange: accounts.mustChange })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(eq(people.id, personId));
  if (!account) return refused("wrong");
  if (await triesUsedUp(context, account.staffNo, origin)) return refused("too-many");
  const matches = await passwordMatches(password, account.hash ?? undefined);
  if (matches && account.state === "active") return account.mustChange ? refused("must-change") : ok(null);
  await countWrongTry(context, { personId, staffNo: account.staffNo }, origin);
  return refused("wrong");
}

/** Notes a wrong password given outside the sign-in page, in the same list as wrong tries to sign in. */
export async function countWrongTry(context: Context, { personId, staffNo }: { personId: string; staffNo: string }, origin: Origin): Promise<void> {
  const { store, now, newId } = context;
  await store.write(async (tx) => {
    await tx.insert(store.t.signInTries).values({ id: newId(), staffNo, address: origin.address, succeeded: false, at: now });
    await record(tx, context, { event: "account.confirmation-refused", version: 1, subject: personId, personId, data: { address: origin.address } });
  });
}
