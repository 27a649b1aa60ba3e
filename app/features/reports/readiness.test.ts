import fc from "fast-check";
import { expect, test } from "vitest";
import type { HolderStanding } from "#app/features/licences/standing.ts";
import { bindingCommitment, cellOf, nextExpiry, worksAlone, type HeldLicence } from "./readiness.ts";

const alone = [{ scope: "alone" }, { scope: "supervised" }] as const;
const held = (standing: HolderStanding, more: Partial<HeldLicence> = {}): HeldLicence => ({ id: `l-${standing}`, schemeId: "repair", standing, daysLeft: 400, validUntil: "2027-12-27", tasks: alone, ...more });
const schemes = [{ id: "repair", posts: ["technician"] }, { id: "ignition", posts: ["ignition-tech"] }];

test("without a licence of the scheme there is nothing", () => {
  expect(cellOf([held("valid", { schemeId: "ignition" })], "repair")).toMatchObject({ state: "none", licenceId: null });
});

test.each([
  ["valid", "alone"],
  ["expiring", "alone"],
  ["suspended", "suspended"],
  ["revoked", "revoked"],
  ["expired", "expired"],
  ["not-yet", "none"],
  ["holder-left", "holder-left"],
] as const)("a licence that is %s shows as %s", (standing, state) => {
  expect(cellOf([held(standing)], "repair").state).toBe(state);
});

test("a licence whose every task needs company shows as supervised", () => {
  expect(cellOf([held("valid", { tasks: [{ scope: "supervised" }] })], "repair").state).toBe("supervised");
});

test("a renewal counts, the licence it replaces does not warn any more", () => {
  const old = held("expiring", { id: "old", daysLeft: 10, validUntil: "2026-12-02" });
  const renewed = held("valid", { id: "new", daysLeft: 730, validUntil: "2028-11-21" });
  expect(cellOf([old, renewed], "repair")).toMatchObject({ licenceId: "new", expiring: false });
  expect(cellOf([old], "repair")).toMatchObject({ licenceId: "old", expiring: true, daysLeft: 10 });
});

test("a suspension is shown although an older licence expired, and a good one beside it wins", () => {
  expect(cellOf([held("expired"), held("suspended")], "repair").state).toBe("suspended");
  expect(cellOf([held("suspended"), held("valid")], "repair").state).toBe("alone");
});

test("to work alone one needs a good licence of a scheme for one's own post", () => {
  expect(worksAlone([held("valid")], "technician", schemes)).toBe(true);
  expect(worksAlone([held("expiring")], "technician", schemes)).toBe(true);
  expect(worksAlone([held("suspended")], "technician", schemes)).toBe(false);
  expect(worksAlone([held("valid", { tasks: [{ scope: "supervised" }] })], "technician", schemes)).toBe(false);
  expect(worksAlone([held("valid", { schemeId: "ignition" })], "technician", schemes), "another post's licence").toBe(false);
  expect(worksAlone([held("valid")], "manager", schemes), "a post without a scheme").toBe(false);
});

test("the next expiry is the earliest among the licences that count", () => {
  const cells = [cellOf([held("valid", { validUntil: "2028-01-01" })], "repair"), cellOf([held("expiring", { schemeId: "ignition", validUntil: "2026-12-01" })], "ignition"), cellOf([held("expired", { schemeId: "x", validUntil: "2020-01-01" })], "x")];
  expect(nextExpiry(cells)).toBe("2026-12-01");
  expect(nextExpiry([])).toBeNull();
});

test("of several commitments a running one binds, and of those the one that ends last", () => {
  const one = (state: "running" | "fulfilled" | "waived", endsOn: string) => ({ endsOn, standing: { state } });
  expect(bindingCommitment([one("fulfilled", "2030-01-01"), one("running", "2027-01-01"), one("running", "2028-01-01")])).toEqual(one("running", "2028-01-01"));
  expect(bindingCommitment([])).toBeNull();
});

test("the order in which licences are listed never matters", () => {
  const licence = fc.record({
    id: fc.constantFrom("a", "b", "c"),
    schemeId: fc.constant("repair"),
    standing: fc.constantFrom<HolderStanding>("valid", "expiring", "suspended", "revoked", "expired", "not-yet", "holder-left"),
    daysLeft: fc.constant(100),
    validUntil: fc.constantFrom("2026-01-01", "2027-01-01", "2028-01-01"),
    tasks: fc.constant(alone),
  });
  fc.assert(
    fc.property(fc.uniqueArray(licence, { selector: (one) => `${one.standing} ${one.validUntil}` }), (licences) => {
      expect(cellOf(licences.toReversed(), "repair")).toEqual(cellOf(licences, "repair"));
    }),
  );
});
