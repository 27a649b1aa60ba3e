import { expect, test } from "vitest";
import { SignInForm } from "./forms.ts";

test("a staff number typed with the full-width digits and spaces of a Chinese keyboard is the same number; a password is left as it is", () => {
  expect(SignInForm.parse({ staffNo: "\u3000１０2３8 ", password: " １ " })).toEqual({ staffNo: "10238", password: " １ " });
});
