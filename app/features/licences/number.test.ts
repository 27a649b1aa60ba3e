import fc from "fast-check";
import { expect, test } from "vitest";
import { licenceNumber, parseLicenceNumber } from "./number.ts";

const numbers = fc.tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 99_999 }));

test("a number carries its year, its running number and an ISO 7064 MOD 11,10 check digit over AR202600417, A as 10 and R as 27", () => {
  expect(licenceNumber(2026, 417)).toBe("AR-2026-00417-8");
  expect(parseLicenceNumber("AR-2026-00417-8")).toEqual({ year: 2026, running: 417 });
});

test("what is no licence number is told so", () => {
  for (const text of ["", "AR-2026-00417-7", "AR-2026-417-8", "BR-2026-00417-8", "AR-2026-00000-0", "AR-2026-00417-8 "]) expect(parseLicenceNumber(text)).toBeNull();
  expect(() => licenceNumber(2026, 0)).toThrow(RangeError);
  expect(() => licenceNumber(2026, 100_000)).toThrow(RangeError);
});

test("every number that is printed can be read back", () => {
  fc.assert(fc.property(numbers, ([year, running]) => void expect(parseLicenceNumber(licenceNumber(year, running))).toEqual({ year, running })));
});

test("one wrong digit is always noticed", () => {
  fc.assert(
    fc.property(numbers, fc.nat({ max: 9 }), fc.nat({ max: 9 }), ([year, running], which, digit) => {
      const text = licenceNumber(year, running);
      const places = [3, 4, 5, 6, 8, 9, 10, 11, 12, 14];
      const place = places[which] ?? 3;
      const wrong = text.slice(0, place) + digit + text.slice(place + 1);
      return wrong === text || parseLicenceNumber(wrong) === null;
    }),
  );
});

test("two neighbouring digits swapped are noticed in 98 of 100 cases", () => {
  let swaps = 0;
  let unnoticed = 0;
  for (let running = 1; running < 100_000; running += 7) {
    const text = licenceNumber(2026, running);
    for (let place = 8; place < 12; place += 1) {
      const swapped = text.slice(0, place) + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2);
      if (swapped === text) continue;
      swaps += 1;
      if (parseLicenceNumber(swapped)) unnoticed += 1;
    }
  }
  expect(unnoticed / swaps).toBeLessThan(0.025);
});
