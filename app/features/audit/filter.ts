import { z } from "zod";

const text = z.string().trim().max(60).catch("").default("");
const day = z.union([z.literal(""), z.iso.date()]).catch("").default("");

/** Which events are wanted, from the address; what cannot be read is left out. `actor`, `person`: staff number or name. */
export const AuditFilter = z.object({ event: text, actor: text, person: text, subject: text, from: day, to: day });
export type AuditFilter = z.infer<typeof AuditFilter>;

/** Where the next page begins: behind the event of this moment and id. */
export type AuditCursor = { at: number; id: string };

/** `1763776800000_id` as a place in the log; null when it is none. */
export function readCursor(text: string | null): AuditCursor | null {
  const [, at, id] = /^(\d{1,15})_(.{1,60})$/.exec(text ?? "") ?? [];
  return at && id ? { at: Number(at), id } : null;
}

export function writeCursor({ at, id }: AuditCursor): string {
  return `${at}_${id}`;
}
