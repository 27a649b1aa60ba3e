import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { oneTimePassword } from "./one-time-password.ts";

// argon2id with the library's defaults: 19 MiB, t = 2, p = 1 (OWASP's first recommendation).

/** Hashes a password; off the event loop, never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Whether `password` belongs to `passwordHash`. Without a hash, or with a light one, the same work is done: the time taken tells nothing of an account. */
export async function passwordMatches(password: string, passwordHash: string | undefined): Promise<boolean> {
  const light = passwordHash?.includes(lightMark) ?? true;
  const [matches] = await Promise.all([passwordHash === undefined ? false : verify(passwordHash, password).catch(() => false), light ? decoy.then((known) => verify(known, password)) : null]);
  return matches;
}

const decoy = hash("no account has this password");

/** A one-time password for an administrator to hand over. */
export function newOneTimePassword(): string {
  return oneTimePassword((below) => randomInt(below));
}

// 59 random bits need no slow hash against guessing, and a file of two thousand people must not keep everybody waiting.
const light = { memoryCost: 1024, timeCost: 1, parallelism: 1 };
const lightMark = "$m=1024,t=1,p=1$";

/** Hashes one-time passwords, many at once if need be. Never for a password that somebody chose. */
export function hashOneTimePasswords(passwords: readonly string[]): Promise<string[]> {
  return Promise.all(passwords.map((password) => hash(password, light)));
}
