import { commitmentEventKinds } from "#app/features/commitments/kinds.ts";
import type { Kit } from "../kit.ts";
import type { licenceTables } from "./licences.ts";
import type { peopleTables } from "./people.ts";
import { among } from "./words.ts";

/** The service commitment 服务期 that comes with a licence, or its recorded waiver. Never decides whether a licence is valid. */
export function commitmentTables(k: Kit, { people }: ReturnType<typeof peopleTables>, { licences }: ReturnType<typeof licenceTables>) {
  const commitments = k.table(
    "commitments",
    {
      id: k.id("id").primaryKey(),
      licenceId: k.id("licence_id").notNull().references(() => licences.id),
      personId: k.id("person_id").notNull().references(() => people.id),
      startsOn: k.day("starts_on").notNull(),
      /** Last day, inclusive. */
      endsOn: k.day("ends_on").notNull(),
      months: k.int("months").notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.uniqueIndex("commitments_licence").on(t.licenceId), k.index("commitments_person").on(t.personId)],
  );

  const commitmentEvents = k.table(
    "commitment_events",
    {
      commitmentId: k.id("commitment_id").notNull().references(() => commitments.id),
      seq: k.int("seq").notNull(),
      kind: k.oneOf("kind", commitmentEventKinds).notNull(),
      effectiveOn: k.day("effective_on").notNull(),
      actorId: k.id("actor_id").notNull().references(() => people.id),
      reason: k.str("reason").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.commitmentId, t.seq] }),
      k.check("commitment_events_kind", among(t.kind, commitmentEventKinds)),
    ],
  );
  return { commitments, commitmentEvents };
}
