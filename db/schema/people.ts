import { sql } from "drizzle-orm";
import { accountStates, roles, unitKinds } from "#app/features/people/roles.ts";
import { posts } from "#app/features/standards/clause.ts";
import type { Kit } from "../kit.ts";
import { among } from "./words.ts";

/** Units, people, where they work, what they may do, how they sign in. Nobody is deleted: who left keeps their history. */
export function peopleTables(k: Kit) {
  const units = k.table(
    "units",
    {
      id: k.id("id").primaryKey(),
      parentId: k.id("parent_id"),
      kind: k.oneOf("kind", unitKinds).notNull(),
      name: k.str("name").notNull(),
      /** The company profile under content/companies that applies to this unit and everything below it. */
      companyKey: k.str("company_key"),
    },
    (t) => [k.check("units_kind", among(t.kind, unitKinds)), k.uniqueIndex("units_name").on(t.parentId, t.name)],
  );

  const people = k.table(
    "people",
    {
      id: k.id("id").primaryKey(),
      staffNo: k.str("staff_no").notNull(),
      name: k.str("name").notNull(),
      phone: k.str("phone"),
      hiredOn: k.day("hired_on").notNull(),
      leftOn: k.day("left_on"),
      leftReason: k.str("left_reason"),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.uniqueIndex("people_staff_no").on(t.staffNo)],
  );

  /** Post and unit over time; the one without an end is today's. */
  const assignments = k.table(
    "assignments",
    {
      id: k.id("id").primaryKey(),
      personId: k.id("person_id").notNull().references(() => people.id),
      unitId: k.id("unit_id").notNull().references(() => units.id),
      post: k.oneOf("post", posts).notNull(),
      fromOn: k.day("from_on").notNull(),
      toOn: k.day("to_on"),
    },
    (t) => [
      k.check("assignments_post", among(t.post, posts)),
      k.uniqueIndex("assignments_current").on(t.personId).where(sql`to_on is null`),
      k.index("assignments_unit").on(t.unitId),
    ],
  );

  /** A role over a unit and everything below it, from a day, until a day. */
  const roleGrants = k.table(
    "role_grants",
    {
      id: k.id("id").primaryKey(),
      personId: k.id("person_id").notNull().references(() => people.id),
      role: k.oneOf("role", roles).notNull(),
      unitId: k.id("unit_id").notNull().references(() => units.id),
      fromOn: k.day("from_on").notNull(),
      toOn: k.day("to_on"),
      grantedBy: k.id("granted_by"),
    },
    (t) => [
      k.check("role_grants_role", among(t.role, roles)),
      k.uniqueIndex("role_grants_current").on(t.personId, t.role, t.unitId).where(sql`to_on is null`),
    ],
  );

  const accounts = k.table(
    "accounts",
    {
      personId: k.id("person_id").primaryKey().references(() => people.id),
      passwordHash: k.str("password_hash").notNull(),
      /** Set by an administrator's reset: the first thing after sign-in is a password of one's own. */
      mustChange: k.bool("must_change").notNull(),
      state: k.oneOf("state", accountStates).notNull(),
      disabledReason: k.str("disabled_reason"),
      changedAt: k.instant("changed_at").notNull(),
    },
    (t) => [k.check("accounts_state", among(t.state, accountStates))],
  );

  /** `tokenHash` is a keyed hash of the cookie: the table alone opens no session. */
  const sessions = k.table(
    "sessions",
    {
      tokenHash: k.str("token_hash").primaryKey(),
      id: k.id("id").notNull(),
      personId: k.id("person_id").notNull().references(() => people.id),
      createdAt: k.instant("created_at").notNull(),
      seenAt: k.instant("seen_at").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
      endedAt: k.instant("ended_at"),
      device: k.str("device").notNull(),
      address: k.str("address").notNull(),
    },
    (t) => [k.uniqueIndex("sessions_id").on(t.id), k.index("sessions_person").on(t.personId)],
  );

  /** Every try to sign in, for the rate limit per account and per address; shared by all processes. */
  const signInTries = k.table(
    "sign_in_tries",
    {
      id: k.id("id").primaryKey(),
      staffNo: k.str("staff_no").notNull(),
      address: k.str("address").notNull(),
      succeeded: k.bool("succeeded").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [k.index("sign_in_tries_staff").on(t.staffNo, t.at), k.index("sign_in_tries_address").on(t.address, t.at)],
  );

  return { units, people, assignments, roleGrants, accounts, sessions, signInTries };
}
