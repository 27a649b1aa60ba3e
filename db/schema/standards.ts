import type { Kit } from "../kit.ts";

/** Content as it was when it was first used: a record made today can be shown as it was in ten years. */
export function standardsTables(k: Kit) {
  const contentVersions = k.table(
    "content_versions",
    {
      kind: k.str("kind").notNull(),
      key: k.str("key").notNull(),
      /** Hash of the canonical form. */
      hash: k.str("hash").notNull(),
      body: k.json("body").notNull(),
      keptAt: k.instant("kept_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.kind, t.key, t.hash] })],
  );
  return { contentVersions };
}
