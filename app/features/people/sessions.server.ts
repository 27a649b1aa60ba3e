import { createHmac, randomBytes } from "node:crypto";
import { and, asc, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { dayOf, type Instant } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import type { Db, Store } from "#db/client.ts";
import type { Actor } from "./access.ts";
import { grantsOn } from "./actor.server.ts";
import type { Context, House } from "./context.ts";
import { passwordMatches } from "./password.server.ts";
import { sessionIsLive, sessionPolicy, signInOpensAt, signInPolicy } from "./sign-in.ts";

const cookieName = "lms";

/** Where a request came from, kept with the session so that its owner recognises it. */
export type Origin = { address: string; device: string };

/** The keyed hash under which a session is stored; the table alone opens nothing. */
function tokenHash(secret: string, token: string): string {
  return createHmac("sha256", secret).update(token).digest("base64url");
}

/** The session token of a Cookie header, if there is one. */
export function tokenOf(cookieHeader: string | null | undefined): string | null {
  for (const part of (cookieHeader ?? "").split(";")) {
    const [name, value] = part.trim().split("=");
    if (name === cookieName && value) return value;
  }
  return null;
}

/** The Set-Cookie value that carries a session, or with null ends it. Secure wherever the site is served by https. */
export function sessionCookie(token: string | null, secure: boolean): string {
  const rest = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return token === null ? `${cookieName}=; ${rest}; Max-Age=0` : `${cookieName}=${token}; ${rest}; Max-Age=${sessionPolicy.lifeMs / 1000}`;
}

/** Whether the failed tries of the last minutes, of this account or from this address, let no further password be tried now. */
async function triesUsedUp(tx: Db, { store, now }: Pick<House, "store" | "now">, staffNo: string, origin: Origin): Promise<boolean> {
  const { signInTries } = store.t;
  const tries = await tx
    .select({ staffNo: signInTries.staffNo, address: signInTries.address, at: signInTries.at })
    .from(signInTries)
    .where(
      and(
        eq(signInTries.succeeded, false),
        gt(signInTries.at, now - signInPolicy.windowMs),
        or(eq(signInTries.staffNo, staffNo), eq(signInTries.address, origin.address)),
      ),
    )
    .orderBy(asc(signInTries.at));
  const failures = {
    account: tries.filter((one) => one.staffNo === staffNo).map((one) => one.at),
    address: tries.filter((one) => one.address === origin.address).map((one) => one.at),
  };
  return signInOpensAt(failures, now) !== null;
}

/**
 * Counts a try as failed before its password is looked at: a thousand guesses sent at once cannot all find the window empty.
 * Answers the id of the try, for `countAsRight`. Wherever a password is asked for, this comes first. `too-many` until a moment.
 */
export async function countTry({ store, now, newId }: Pick<House, "store" | "now" | "newId">, staffNo: string, origin: Origin): Promise<Result<string, "too-many">> {
  const { people, signInTries } = store.t;
  const id = newId();
  return store.write(async (tx) => {
    // Holds the person's row: on PostgreSQL tries sent at once would otherwise each count the tries before all of them.
    await tx.update(people).set({ staffNo: sql`${people.staffNo}` }).where(eq(people.staffNo, staffNo));
    await tx.delete(signInTries).where(lte(signInTries.at, now - signInPolicy.windowMs));
    if (await triesUsedUp(tx, { store, now }, staffNo, origin)) return refused("too-many");
    await tx.insert(signInTries).values({ id, staffNo, address: origin.address, succeeded: false, at: now });
    return ok(id);
  });
}

/** The password of a counted try was right: it no longer counts against its account and address. */
export async function countAsRight(tx: Db, { store }: Pick<House, "store">, tryId: string): Promise<void> {
  const { signInTries } = store.t;
  await tx.update(signInTries).set({ succeeded: true }).where(eq(signInTries.id, tryId));
}

/**
 * Signs in with staff number and password and opens a new session.
 * Refusals: `wrong` alike for an unknown account, a wrong password, a disabled account and somebody who has left; `too-many` until a moment.
 */
export async function signIn(
  house: House,
  secret: string,
  input: { staffNo: string; password: string },
  origin: Origin,
): Promise<Result<{ token: string; mustChange: boolean }, "wrong" | "too-many">> {
  const { store, now } = house;
  const { t } = store;
  const staffNo = input.staffNo.trim();
  const counted = await countTry(house, staffNo, origin);
  if (!counted.ok) return counted;

  const [account] = await store.read
    .select({
      personId: t.people.id,
      leftOn: t.people.leftOn,
      hash: t.accounts.passwordHash,
      state: t.accounts.state,
      mustChange: t.accounts.mustChange,
    })
    .from(t.people)
    .innerJoin(t.accounts, eq(t.accounts.personId, t.people.id))
    .where(eq(t.people.staffNo, staffNo));
  const matches = await passwordMatches(input.password, account?.hash);
  const right = matches && account !== undefined && account.state === "active" && !hasLeft(account.leftOn, now) ? account : null;

  const token = randomBytes(32).toString("base64url");
  // An account or nothing, not a Result: a refusal would roll back the event that tells of it.
  const admitted = await store.write(async (tx) => {
    if (right === null || !(await stillGood(tx, house, right))) {
      await record(tx, { ...house, actor: systemActorOf(null) }, { event: "account.sign-in-refused", version: 1, subject: staffNo.slice(0, 40), data: { address: origin.address } });
      return null;
    }
    await countAsRight(tx, house, counted.value);
    const id = house.newId();
    await tx.insert(t.sessions).values({
      tokenHash: tokenHash(secret, token),
      id,
      personId: right.personId,
      createdAt: now,
      seenAt: now,
      expiresAt: now + sessionPolicy.lifeMs,
      endedAt: null,
      device: origin.device.slice(0, 200),
      address: origin.address,
    });
    await record(tx, { ...house, actor: systemActorOf(right.personId) }, { event: "account.signed-in", version: 1, subject: id, personId: right.personId, data: { address: origin.address } });
    return right;
  });
  return admitted ? ok({ token, mustChange: admitted.mustChange }) : refused("wrong");
}

/** Whether a password that was found right is still the account's: a reset or a disabling while it was being checked has ended every session, and this one must not come after. */
async function stillGood(tx: Db, { store }: Pick<House, "store">, { personId, hash }: { personId: string; hash: string }): Promise<boolean> {
  const { accounts } = store.t;
  const held = await tx
    .update(accounts)
    .set({ changedAt: sql`${accounts.changedAt}` })
    .where(and(eq(accounts.personId, personId), eq(accounts.passwordHash, hash), eq(accounts.state, "active")))
    .returning({ personId: accounts.personId });
  return held.length > 0;
}

function systemActorOf(personId: string | null): Actor {
  return { personId, name: "", grants: [] };
}

function hasLeft(leftOn: string | null, now: Instant): boolean {
  return leftOn !== null && leftOn < dayOf(now);
}

/** Who a session token stands for: the person, their roles in force today, and the session. Null when the session is over. */
export type SignedIn = { sessionId: string; staffNo: string; mustChange: boolean; actor: Actor & { personId: string } };

/** Looks a session up by its token. Notes that it was seen, at most every five minutes. */
export async function findSession(store: Store, secret: string, token: string | null, now: Instant): Promise<SignedIn | null> {
  if (token === null) return null;
  const { t } = store;
  const key = tokenHash(secret, token);
  const today = dayOf(now);
  const rows = await store.read
    .select({
      id: t.sessions.id,
      seenAt: t.sessions.seenAt,
      expiresAt: t.sessions.expiresAt,
      endedAt: t.sessions.endedAt,
      personId: t.people.id,
      name: t.people.name,
      staffNo: t.people.staffNo,
      leftOn: t.people.leftOn,
      state: t.accounts.state,
      mustChange: t.accounts.mustChange,
      role: t.roleGrants.role,
      unitId: t.roleGrants.unitId,
      fromOn: t.roleGrants.fromOn,
      toOn: t.roleGrants.toOn,
    })
    .from(t.sessions)
    .innerJoin(t.people, eq(t.people.id, t.sessions.personId))
    .innerJoin(t.accounts, eq(t.accounts.personId, t.sessions.personId))
    .leftJoin(t.roleGrants, eq(t.roleGrants.personId, t.sessions.personId))
    .where(eq(t.sessions.tokenHash, key));
  const [session] = rows;
  if (!session || !sessionIsLive(session, now) || session.state !== "active" || hasLeft(session.leftOn, now)) return null;
  if (now - session.seenAt > sessionPolicy.touchMs) {
    await store.write(async (tx) => {
      await tx.update(t.sessions).set({ seenAt: now }).where(eq(t.sessions.tokenHash, key));
    });
  }
  const { id, personId, name, staffNo, mustChange } = session;
  return { sessionId: id, staffNo, mustChange, actor: { personId, name, grants: grantsOn(rows, today) } };
}

/** The live sessions of a person, newest first. */
export async function listSessions({ store, now }: Context, personId: string) {
  const { t } = store;
  const rows = await store.read
    .select({
      id: t.sessions.id,
      createdAt: t.sessions.createdAt,
      seenAt: t.sessions.seenAt,
      expiresAt: t.sessions.expiresAt,
      endedAt: t.sessions.endedAt,
      device: t.sessions.device,
      address: t.sessions.address,
    })
    .from(t.sessions)
    .where(and(eq(t.sessions.personId, personId), isNull(t.sessions.endedAt), gt(t.sessions.expiresAt, now)))
    .orderBy(desc(t.sessions.createdAt));
  return rows.filter((session) => sessionIsLive(session, now));
}

/** Ends one of the actor's own sessions. Refused as `no-such-session` when it is not theirs or already over. */
export async function endSession(context: Context, sessionId: string): Promise<Result<null, "no-such-session">> {
  const { store, actor, now } = context;
  const { t } = store;
  return store.write(async (tx) => {
    const ended = await tx
      .update(t.sessions)
      .set({ endedAt: now })
      .where(and(eq(t.sessions.id, sessionId), eq(t.sessions.personId, actor.personId ?? ""), isNull(t.sessions.endedAt)))
      .returning({ id: t.sessions.id });
    if (ended.length === 0) return refused("no-such-session");
    await record(tx, context, { event: "account.signed-out", version: 1, subject: sessionId, personId: actor.personId, data: {} });
    return ok(null);
  });
}
