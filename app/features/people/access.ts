import type { Role } from "./roles.ts";

/** A role over a unit; it covers everything below that unit. */
export type Grant = { role: Role; unitId: string };

/** Who acts. `personId` null is the system itself: a deadline, a start-up, the operator's command line. */
export type Actor = { personId: string | null; name: string; grants: readonly Grant[] };

export const systemActor: Actor = { personId: null, name: "系统", grants: [] };

/** What an action is done to: whose it is, and the unit it belongs to with all units above it, nearest first. */
export type Subject = { personId?: string; unitPath?: readonly string[] };

/**
 * Every action of the house: the roles that may, over the units they hold the role for; `self` where the person it is about may too.
 * Used to refuse in commands and queries, and to hide in pages; there is no second list.
 */
const rules = {
  "learning.own": { roles: [], self: true },
  "standards.read": { roles: ["learner", "trainer", "assessor", "issuer", "manager", "hr", "admin", "auditor"] },
  "training.manage": { roles: ["trainer"] },
  "progress.read": { roles: ["trainer", "manager", "hr"] },
  "exam.sit": { roles: [], self: true },
  "sitting.manage": { roles: ["trainer"] },
  "practical.assess": { roles: ["assessor"] },
  "practical.authorise": { roles: ["trainer", "admin"] },
  "licence.issue": { roles: ["issuer"] },
  "licence.read": { roles: ["issuer", "manager", "hr", "auditor"], self: true },
  "licence.govern": { roles: ["issuer", "manager"] },
  "person.archive": { roles: ["manager", "hr", "auditor"], self: true },
  "unit.inbox": { roles: ["manager", "hr"] },
  "unit.read": { roles: ["manager", "hr", "auditor"] },
  "person.manage": { roles: ["admin"] },
  "person.leave": { roles: ["hr", "admin"] },
  "audit.read": { roles: ["auditor", "admin"] },
} as const satisfies Record<string, { roles: readonly Role[]; self?: true }>;

export type Action = keyof typeof rules;
export const actions = Object.keys(rules).filter((key): key is Action => key in rules);

/** Whether `actor` may do `action` to `subject`. Roles count for the unit they are held for and everything below. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  const rule: { roles: readonly Role[]; self?: true } = rules[action];
  if (rule.self && actor.personId !== null && actor.personId === subject.personId) return true;
  return actor.grants.some((grant) => rule.roles.includes(grant.role) && (subject.unitPath ?? []).includes(grant.unitId));
}

/** Whether there is any unit over which `actor` may do `action`: decides what a menu shows and which list pages open. */
export function canSomewhere(actor: Actor, action: Action): boolean {
  const rule: { roles: readonly Role[]; self?: true } = rules[action];
  if (rule.self && actor.personId !== null) return true;
  return actor.grants.some((grant) => rule.roles.includes(grant.role));
}

/** The unit ids over which `actor` may do `action`, the units below included. For the `where` of a list. */
export function unitsFor(actor: Actor, action: Action, units: readonly UnitNode[]): string[] {
  const rule: { roles: readonly Role[] } = rules[action];
  const held = actor.grants.filter((grant) => rule.roles.includes(grant.role)).map((grant) => grant.unitId);
  return units.filter((unit) => unitPath(units, unit.id).some((id) => held.includes(id))).map((unit) => unit.id);
}

export type UnitNode = { id: string; parentId: string | null };

/** A unit's own id and those of all units above it, nearest first. A circle in the data ends the path. */
export function unitPath(units: readonly UnitNode[], id: string): string[] {
  const path: string[] = [];
  let next = units.find((unit) => unit.id === id);
  while (next && !path.includes(next.id)) {
    path.push(next.id);
    const parentId: string | null = next.parentId;
    next = units.find((unit) => unit.id === parentId);
  }
  return path;
}

/** Whether somebody has any duty beside learning: staff see how clauses are tested. */
export function isStaff(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role !== "learner");
}
