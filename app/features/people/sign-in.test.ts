import { expect, test } from "vitest";
import { instantOf, minute } from "#app/lib/clock.ts";
import { sessionIsLive, sessionPolicy, signInOpensAt, signInPolicy } from "./sign-in.ts";

const now = instantOf("2026-11-22", "09:00");
/** Failures one a minute, the last one now. */
const failures = (count: number) => Array.from({ length: count }, (_, index) => now - (count - 1 - index) * minute);

test("below the limit the next try is let through at once", () => {
  expect(signInOpensAt({ account: failures(signInPolicy.perAccount - 1), address: failures(1) }, now)).toBeNull();
});

test("the fifth wrong try of an account closes it until the first of the five is fifteen minutes old", () => {
  const account = failures(signInPolicy.perAccount);
  const opensAt = signInOpensAt({ account, address: [] }, now);
  expect(opensAt).toBe((account[0] ?? 0) + signInPolicy.windowMs);
  expect(signInOpensAt({ account, address: [] }, (opensAt ?? 0) - 1)).not.toBeNull();
  expect(signInOpensAt({ account, address: [] }, opensAt ?? 0)).toBeNull();
});

test("an exam room behind one address may mistype far more often than one account", () => {
  const spread = (count: number) => Array.from({ length: count }, (_, index) => now - (count - 1 - index) * 1000);
  expect(signInOpensAt({ account: [], address: spread(signInPolicy.perAddress - 1) }, now)).toBeNull();
  expect(signInOpensAt({ account: [], address: spread(signInPolicy.perAddress) }, now)).not.toBeNull();
});

test("of two limits the later one counts", () => {
  const early = failures(signInPolicy.perAccount).map((at) => at - minute);
  const late = Array.from({ length: signInPolicy.perAddress }, () => now);
  expect(signInOpensAt({ account: early, address: late }, now)).toBe(now + signInPolicy.windowMs);
});

test("a session lives until it is ended, twelve hours pass, or two hours without a request", () => {
  const session = { seenAt: now, expiresAt: now + sessionPolicy.lifeMs, endedAt: null };
  expect(sessionIsLive(session, now)).toBe(true);
  expect(sessionIsLive(session, now + sessionPolicy.idleMs - 1)).toBe(true);
  expect(sessionIsLive(session, now + sessionPolicy.idleMs)).toBe(false);
  expect(sessionIsLive({ ...session, seenAt: session.expiresAt - 1 }, session.expiresAt)).toBe(false);
  expect(sessionIsLive({ ...session, endedAt: now }, now)).toBe(false);
});
