import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { oneTimePassword } from "./one-time-password.ts";

// argon2id with the library's defaults: 19 MiB, t = 2, p = 1 (OWASP's first recommendation).

/** Hashes a password; off the event loop, never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Whether `password` belongs to `passwordHash`. Without a hash the same work is done, so that an unknown account takes as long as a known one. */
export async function passwordMatches(password: string, passwordHash: string | undefined): Promise<boolean> {
  const known = passwordHash ?? (await decoy);
  const matches = await verify(known, password).catch(() => false);
  return passwordHash !== undefined && matches;
}

const decoy = hash("no account has this password");

/** A one-time password for an administrator to hand over. */
export function newOneTimePassword(): string {
  return oneTimePassword((below) => randomInt(below));
}

/** Hashes many passwords, few at a time: people who sign in meanwhile are not kept waiting. */
export async function hashPasswords(passwords: readonly string[], atOnce = 2): Promise<string[]> {
  const hashes: string[] = [];
  for (let from = 0; from < passwords.length; from += atOnce) {
    hashes.push(...(await Promise.all(passwords.slice(from, from + atOnce).map(hashPassword))));
  }
  return hashes;
}
