import { minute, type Instant } from "#app/lib/clock.ts";

/** How many failed tries are let through: per account, and per address (an exam room shares one). */
export const signInPolicy = { windowMs: 15 * minute, perAccount: 5, perAddress: 60 };

/** When the next try is let through, given the moments of the failed tries inside the window, oldest first; null is now. */
export function signInOpensAt(failures: { account: readonly Instant[]; address: readonly Instant[] }, now: Instant): Instant | null {
  const blocked = (moments: readonly Instant[], limit: number) => {
    const recent = moments.filter((at) => at > now - signInPolicy.windowMs);
    const decisive = recent[recent.length - limit];
    return decisive === undefined ? null : decisive + signInPolicy.windowMs;
  };
  const account = blocked(failures.account, signInPolicy.perAccount);
  const address = blocked(failures.address, signInPolicy.perAddress);
  return account === null && address === null ? null : Math.max(account ?? 0, address ?? 0);
}

/** A session ends after 12 hours, or 2 hours without a request: a working day on one's own phone, a shared PC left behind. */
export const sessionPolicy = { lifeMs: 12 * 60 * minute, idleMs: 2 * 60 * minute, touchMs: 5 * minute };

export type SessionTimes = { seenAt: Instant; expiresAt: Instant; endedAt: Instant | null };

/** Whether a session still admits its person at `now`. */
export function sessionIsLive(session: SessionTimes, now: Instant): boolean {
  return session.endedAt === null && now < session.expiresAt && now - session.seenAt < sessionPolicy.idleMs;
}
