import { expect, test } from "vitest";
import { actions, can, canSomewhere, unitPath, unitsFor, type Action, type Actor } from "./access.ts";
import { roles, type Role } from "./roles.ts";

const units = [
  { id: "group", parentId: null },
  { id: "rongan", parentId: "group" },
  { id: "east", parentId: "rongan" },
  { id: "west", parentId: "rongan" },
  { id: "minan", parentId: "group" },
];

/** Who may do what over the unit they hold the role for: the one place where the whole matrix is written out a second time, on purpose. */
const may: Record<Action, { roles: readonly Role[]; self: boolean }> = {
  "learning.own": { roles: [], self: true },
  "training.manage": { roles: ["trainer"], self: false },
  "progress.read": { roles: ["trainer", "manager", "hr"], self: false },
  "standards.read": { roles: ["learner", "trainer", "assessor", "issuer", "manager", "hr", "admin", "auditor"], self: false },
  "exam.sit": { roles: [], self: true },
  "sitting.manage": { roles: ["trainer"], self: false },
  "practical.assess": { roles: ["assessor"], self: false },
  "practical.authorise": { roles: ["trainer", "admin"], self: false },
  "licence.issue": { roles: ["issuer"], self: false },
  "licence.read": { roles: ["issuer", "manager", "hr", "auditor"], self: true },
  "licence.govern": { roles: ["issuer", "manager"], self: false },
  "person.archive": { roles: ["manager", "hr", "auditor"], self: true },
  "unit.inbox": { roles: ["manager", "hr"], self: false },
  "unit.read": { roles: ["manager", "hr", "auditor"], self: false },
  "person.manage": { roles: ["admin"], self: false },
  "person.leave": { roles: ["hr", "admin"], self: false },
  "audit.read": { roles: ["auditor", "admin"], self: false },
};
const table = actions.flatMap((action) => roles.map((role) => ({ action, role, allowed: may[action].roles.includes(role), self: may[action].self })));

const actor = (role: Role, unitId: string): Actor => ({ personId: "me", name: "我", grants: [{ role, unitId }] });
const somebodyIn = (unitId: string) => ({ personId: "other", unitPath: unitPath(units, unitId) });

test("the table names every action of the house", () => {
  expect(Object.keys(may).sort()).toEqual([...actions].sort());
});

test.each(table)("$role · $action · own unit: $allowed", ({ action, role, allowed, self }) => {
  expect(can(actor(role, "rongan"), action, somebodyIn("rongan"))).toBe(allowed);
  expect(can(actor(role, "rongan"), action, somebodyIn("east")), "a unit below").toBe(allowed);
  expect(can(actor(role, "rongan"), action, somebodyIn("minan")), "another company").toBe(false);
  expect(can(actor(role, "rongan"), action, somebodyIn("group")), "the unit above").toBe(false);
  expect(can(actor(role, "rongan"), action, { personId: "me", unitPath: unitPath(units, "minan") }), "oneself").toBe(self);
  expect(canSomewhere(actor(role, "rongan"), action)).toBe(allowed || self);
  expect(unitsFor(actor(role, "rongan"), action, units)).toEqual(allowed ? ["rongan", "east", "west"] : []);
});

test("nobody is nobody's self: the system acts with no person", () => {
  expect(can({ personId: null, name: "系统", grants: [] }, "learning.own", {})).toBe(false);
});

test("a subject without a unit is reached by no role", () => {
  expect(can(actor("admin", "group"), "person.manage", { personId: "other" })).toBe(false);
});

test("a circle in the units ends the path", () => {
  expect(unitPath([{ id: "a", parentId: "b" }, { id: "b", parentId: "a" }], "a")).toEqual(["a", "b"]);
});
