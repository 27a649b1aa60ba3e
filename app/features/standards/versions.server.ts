import { and, eq } from "drizzle-orm";
import type { Context } from "#app/features/people/context.ts";
import { hashOf } from "#app/lib/canonical.server.ts";
import type { Db } from "#db/client.ts";

export type ContentKind = "module" | "question" | "checklist" | "scheme" | "clause";

/** The version of a piece of content: the hash of its canonical form. */
export function versionOf(body: unknown): string {
  return hashOf(body);
}

/** Keeps versions the first time they are used, so that a record made today can be shown as it was in ten years. Keeping twice changes nothing. */
export async function keepVersions(tx: Db, { store, now }: Pick<Context, "store" | "now">, kind: ContentKind, items: readonly { key: string; body: unknown }[]): Promise<void> {
  if (items.length === 0) return;
  await tx
    .insert(store.t.contentVersions)
    .values(items.map(({ key, body }) => ({ kind, key, hash: versionOf(body), body, keptAt: now })))
    .onConflictDoNothing();
}

/** A kept version, as it was; null when it was never used. The caller parses it with its zod schema. */
export async function findVersion(db: Db, { store }: Pick<Context, "store">, kind: ContentKind, key: string, hash: string): Promise<unknown> {
  const { contentVersions } = store.t;
  const [row] = await db
    .select({ body: contentVersions.body })
    .from(contentVersions)
    .where(and(eq(contentVersions.kind, kind), eq(contentVersions.key, key), eq(contentVersions.hash, hash)));
  return row?.body ?? null;
}
