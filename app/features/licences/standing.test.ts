import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day } from "#app/lib/clock.ts";
import { isGood } from "./labels.ts";
import { licenceEventKinds, type LicenceEventKind } from "./kinds.ts";
import { acceptEvent, holderStanding, standing, standings, type LicenceEvent } from "./standing.ts";

const validity = { validFrom: "2026-11-22", validUntil: "2028-11-21", expiringDays: 60 };
const ledger = (...entries: [LicenceEventKind, Day][]): LicenceEvent[] => entries.map(([kind, effectiveOn], index) => ({ seq: index + 1, kind, effectiveOn }));
const issued: [LicenceEventKind, Day] = ["issued", "2026-11-22"];

test.each([
  ["2026-11-21", "not-yet"],
  ["2026-11-22", "valid"],
  ["2028-09-21", "valid"],
  ["2028-09-22", "expiring"],
  ["2028-11-21", "expiring"],
  ["2028-11-22", "expired"],
] as const)("an undisturbed licence is, on %s, %s", (on, expected) => {
  expect(standing(ledger(issued), validity, on)).toBe(expected);
});

test("a licence without its issue is not yet one, whatever the day", () => {
  expect(standing([], validity, "2027-01-01")).toBe("not-yet");
});

test("a suspension counts from its day on, and the reinstatement from its own", () => {
  const events = ledger(issued, ["suspended", "2027-03-01"], ["reinstated", "2027-03-10"]);
  expect(standing(events, validity, "2027-02-28")).toBe("valid");
  expect(standing(events, validity, "2027-03-01")).toBe("suspended");
  expect(standing(events, validity, "2027-03-09")).toBe("suspended");
  expect(standing(events, validity, "2027-03-10")).toBe("valid");
});

test("a suspended licence runs out on its day all the same", () => {
  expect(standing(ledger(issued, ["suspended", "2028-11-01"]), validity, "2028-11-22")).toBe("expired");
});

test("a revocation is final, even after the licence would have ended", () => {
  const events = ledger(issued, ["revoked", "2027-03-01"], ["reinstated", "2027-03-02"]);
  expect(standing(events, validity, "2027-02-28")).toBe("valid");
  expect(standing(events, validity, "2027-03-02")).toBe("revoked");
  expect(standing(events, validity, "2029-01-01")).toBe("revoked");
});

test("who has left may no longer work on the licence from the day after the last one", () => {
  expect(holderStanding("valid", "2027-05-31", "2027-05-31")).toBe("valid");
  expect(holderStanding("valid", "2027-05-31", "2027-06-01")).toBe("holder-left");
  expect(holderStanding("suspended", "2027-05-31", "2027-06-01")).toBe("holder-left");
  expect(holderStanding("revoked", "2027-05-31", "2027-06-01")).toBe("revoked");
  expect(holderStanding("valid", null, "2027-06-01")).toBe("valid");
  expect(isGood("expiring")).toBe(true);
  expect(isGood("holder-left")).toBe(false);
});

test.each([
  [[], "issued", "2026-11-22", { ok: true, value: 1 }],
  [[], "suspended", "2026-11-22", { ok: false, refusal: "not-issued" }],
  [[issued], "issued", "2026-11-23", { ok: false, refusal: "already-issued" }],
  [[issued], "suspended", "2026-11-22", { ok: true, value: 2 }],
  [[issued], "reinstated", "2026-11-23", { ok: false, refusal: "not-suspended" }],
  [[issued], "suspended", "2028-11-22", { ok: false, refusal: "expired" }],
  [[issued], "revoked", "2028-11-22", { ok: true, value: 2 }],
  [[issued, ["suspended", "2027-03-01"]], "suspended", "2027-03-02", { ok: false, refusal: "already-suspended" }],
  [[issued, ["suspended", "2027-03-01"]], "reinstated", "2027-02-01", { ok: false, refusal: "before-last-event" }],
  [[issued, ["suspended", "2027-03-01"]], "reinstated", "2028-11-22", { ok: false, refusal: "expired" }],
  [[issued, ["revoked", "2027-03-01"]], "reinstated", "2027-03-02", { ok: false, refusal: "already-revoked" }],
  [[issued, ["revoked", "2027-03-01"]], "revoked", "2027-03-02", { ok: false, refusal: "already-revoked" }],
] satisfies [[LicenceEventKind, Day][], LicenceEventKind, Day, unknown][])("a ledger of %j answers %s on %s", (entries, kind, on, expected) => {
  expect(acceptEvent(ledger(...entries), validity, kind, on)).toEqual(expected);
});

const anyDay = fc.integer({ min: -100, max: 1000 }).map((days) => addDays(validity.validFrom, days));
const anyLedger = fc.array(fc.record({ seq: fc.integer({ min: 1, max: 20 }), kind: fc.constantFrom(...licenceEventKinds), effectiveOn: anyDay }), { maxLength: 12 });

test("standing has an answer for any sequence of events on any day", () => {
  fc.assert(fc.property(anyLedger, anyDay, (events, on) => standings.includes(standing(events, validity, on))));
});

test("what will happen later does not change what is true today", () => {
  fc.assert(
    fc.property(anyLedger, anyLedger, anyDay, (events, later, on) => {
      const future = later.filter((event) => event.effectiveOn > on);
      return standing([...events, ...future], validity, on) === standing(events, validity, on);
    }),
  );
});

test("a ledger built only of accepted entries never comes back from a revocation", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ kind: fc.constantFrom(...licenceEventKinds), on: anyDay }), { maxLength: 30 }), anyDay, (wishes, on) => {
      const events: LicenceEvent[] = [];
      for (const wish of wishes) {
        const accepted = acceptEvent(events, validity, wish.kind, wish.on);
        if (accepted.ok) events.push({ seq: accepted.value, kind: wish.kind, effectiveOn: wish.on });
      }
      const revoked = events.find((event) => event.kind === "revoked");
      return revoked === undefined || on < revoked.effectiveOn || standing(events, validity, on) === "revoked";
    }),
  );
});
