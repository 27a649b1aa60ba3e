import { hash, verify } from "@node-rs/argon2";

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
