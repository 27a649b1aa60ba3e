import { z } from "zod";

/** What people and units are told, with the data each needs to be written out. Parsed again when it is read. */
export const NotificationData = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sitting.admitted"), title: z.string(), startsAt: z.number(), room: z.string() }),
  z.object({ kind: z.literal("result.released"), name: z.string(), staffNo: z.string(), title: z.string(), percent: z.number(), passed: z.boolean() }),
  z.object({ kind: z.literal("practical.signed"), name: z.string(), staffNo: z.string(), title: z.string(), passed: z.boolean() }),
  z.object({ kind: z.literal("licence.issued"), name: z.string(), staffNo: z.string(), title: z.string(), number: z.string(), validUntil: z.string() }),
  z.object({ kind: z.literal("licence.changed"), name: z.string(), staffNo: z.string(), number: z.string(), change: z.enum(["suspended", "reinstated", "revoked"]), reason: z.string() }),
  z.object({ kind: z.literal("commitment.started"), name: z.string(), staffNo: z.string(), startsOn: z.string(), endsOn: z.string() }),
  z.object({ kind: z.literal("question.answered"), moduleId: z.string(), title: z.string(), section: z.number(), excerpt: z.string() }),
  z.object({ kind: z.literal("learning.reminded"), as: z.enum(["trainer", "manager", "hr"]), by: z.string(), left: z.number(), title: z.string() }),
]);
export type NotificationData = z.infer<typeof NotificationData>;
