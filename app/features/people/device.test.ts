import { expect, test } from "vitest";
import { deviceWords } from "./device.ts";

test.each([
  ["Mozilla/5.0 (Linux; Android 14; ALN-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36", ["Chrome", "Android"]],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50", ["微信", "iPhone"]],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", ["Edge", "Windows"]],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15", ["Safari", "Mac"]],
])("a browser is named as its owner knows it: %s", (userAgent, words) => {
  expect(deviceWords(userAgent)).toEqual(words);
});

test("an unknown device has no name", () => {
  expect(deviceWords("curl/8.5.0")).toEqual([]);
});
