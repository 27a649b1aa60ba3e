import { createHmac, timingSafeEqual } from "node:crypto";
import { minute, type Instant } from "#app/lib/clock.ts";

/** A code is shown for one window; the one before still opens, for who scanned just before it turned. */
export const windowMs = 30_000;

/** How many wrong codes a person may send for one class before they have to wait. */
export const codePolicy = { tries: 5, withinMs: 10 * minute };

/** The six digits of a class at a moment: HMAC-SHA256 of the number of the window, cut down as RFC 4226 does. */
export function codeAt(secret: string, at: Instant): string {
  const digest = createHmac("sha256", secret).update(String(Math.floor(at / windowMs))).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

/** Whether `given` is the code of this window or of the one before; compared in a time that tells nothing. */
export function codeMatches(secret: string, given: string, now: Instant): boolean {
  const typed = Buffer.from(given);
  // Both are always compared: which window it was shall not show either.
  const hits = [now, now - windowMs].map((at) => {
    const right = Buffer.from(codeAt(secret, at));
    return typed.length === right.length && timingSafeEqual(typed, right);
  });
  return hits.includes(true);
}

/** Milliseconds until the code turns, from 1 to `windowMs`. */
export function turnsIn(now: Instant): number {
  return windowMs - (now % windowMs);
}
