import { expect, test } from "vitest";
import { maskedName } from "./masked-name.ts";

test.each([
  ["陈晓梅", "陈*梅"],
  ["陈梅", "陈*"],
  ["欧阳晓梅", "欧**梅"],
  ["梅", "*"],
  ["", "*"],
  ["𠮷田梅", "𠮷*梅"],
])("%s is shown to strangers as %s", (name, masked) => expect(maskedName(name)).toBe(masked));
