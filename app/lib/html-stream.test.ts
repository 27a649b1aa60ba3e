import { buffer } from "node:stream/consumers";
import { PassThrough, type Transform } from "node:stream";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutZeroBytes } from "./html-stream.server.ts";

const names = Array.from({ length: 400 }, (_, index) => `${"a".repeat(index % 5)}第 ${index} 节，上门服务`);
const page = createElement("ul", null, names.map((name) => createElement("li", { key: name, "aria-label": name }, name)));

function rendered(through: Transform): Promise<Buffer> {
  renderToPipeableStream(page).pipe(through);
  return buffer(through);
}

test("a page of Chinese reaches the browser whole and without zero bytes", async () => {
  const html = await rendered(withoutZeroBytes());
  expect(html.includes(0)).toBe(false);
  expect(new TextDecoder("utf-8", { fatal: true }).decode(html)).toBe(`<ul>${names.map((name) => `<li aria-label="${name}">${name}</li>`).join("")}</ul>`);
});

test("React alone still leaves zero bytes; once it does not, the filter can go", async () => {
  expect((await rendered(new PassThrough())).includes(0)).toBe(true);
});
