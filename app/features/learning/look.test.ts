import { expect, test } from "vitest";
import { keepLook, lookFrom, lookOf, textSizes, themes } from "./look.ts";

test("a chosen look is read back from its cookie, among others", () => {
  for (const size of Object.keys(textSizes))
    for (const theme of Object.keys(themes)) {
      const [kept] = keepLook(lookFrom(size, theme)).split(";");
      expect(lookOf(`lang=en; ${kept}; session=x`)).toEqual({ size, theme });
    }
});

test("rubbish looks as usual", () => {
  for (const header of [null, "", "reader=", "reader=huge", "reader=__proto__.constructor", "xreader=huge.dark", "reader=huge.dark.more"]) expect(lookOf(header)).toEqual({ size: "standard", theme: "system" });
  expect(lookFrom(["large"], null)).toEqual({ size: "standard", theme: "system" });
});
