import { z } from "zod";
import type { AuditEvent } from "#app/features/audit/event.ts";
import type { LicenceEventKind } from "./kinds.ts";

const Issued = z.strictObject({
  number: z.string(),
  schemeId: z.string(),
  schemeHash: z.string(),
  attemptId: z.string(),
  practicalIds: z.array(z.string()),
  validFrom: z.string(),
  validUntil: z.string(),
  bodyHash: z.string(),
});
const Changed = z.strictObject({ number: z.string(), seq: z.number().int(), effectiveOn: z.string(), reason: z.string() });

/** A licence was issued; `subject` is the licence. */
export function licenceIssued(licenceId: string, personId: string, data: z.infer<typeof Issued>): AuditEvent {
  return { event: "licence.issued", version: 1, subject: licenceId, personId, data: Issued.parse(data) };
}

/** A licence was suspended, reinstated or revoked. */
export function licenceChanged(kind: Exclude<LicenceEventKind, "issued">, licenceId: string, personId: string, data: z.infer<typeof Changed>): AuditEvent {
  return { event: `licence.${kind}`, version: 1, subject: licenceId, personId, data: Changed.parse(data) };
}
