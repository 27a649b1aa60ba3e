import { eq } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Context } from "./context.ts";
import { passwordMatches } from "./password.server.ts";
import { countAsRight, countTry, type Origin } from "./sessions.server.ts";

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
  const counted = await countTry(context, account.staffNo, origin);
  if (!counted.ok) return counted;
  const right = (await passwordMatches(password, account.hash ?? undefined)) && account.state === "active";
  await settleTry(context, { tryId: counted.value, personId, right }, origin);
  if (!right) return refused("wrong");
  return account.mustChange ? refused("must-change") : ok(null);
}

/** What became of a try counted outside the sign-in page: a right one counts no longer, a wrong one is told in the audit log. */
export async function settleTry(context: Context, { tryId, personId, right }: { tryId: string; personId: string; right: boolean }, origin: Origin): Promise<void> {
  await context.store.write(async (tx) => {
    if (right) await countAsRight(tx, context, tryId);
    else await record(tx, context, { event: "account.confirmation-refused", version: 1, subject: personId, personId, data: { address: origin.address } });
  });
}
