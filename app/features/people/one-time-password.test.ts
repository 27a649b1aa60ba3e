import fc from "fast-check";
import { expect, test } from "vitest";
import { oneTimePassword } from "./one-time-password.ts";

test("a one-time password reads well and is long enough to be kept for a moment", () => {
  expect(oneTimePassword(() => 0)).toBe("2222-2222-2222");
  expect(oneTimePassword((below) => below - 1)).toBe("zzzz-zzzz-zzzz");
});

test("whatever the dice, nothing that is misread from paper is in it", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 12, maxLength: 12 }), (dice) => {
      let thrown = 0;
      const password = oneTimePassword(() => dice[(thrown += 1) - 1] ?? 0);
      return /^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){2}$/.test(password);
    }),
  );
});
