import { expect, test } from "vitest";
import { readImportUpload } from "./import-upload.server.ts";

function upload(fields: Record<string, string | Blob>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return readImportUpload(new Request("http://localhost/admin/people/import", { method: "POST", body }));
}
const raw = (type: string, body: string) => readImportUpload(new Request("http://localhost/", { method: "POST", headers: { "content-type": type }, body }));

test("a file is read as text, and the checked text comes back as it was", async () => {
  expect(await upload({ file: new Blob(["工号,姓名"]) })).toEqual({ ok: true, value: { text: "工号,姓名", confirmed: false } });
  expect(await upload({ intent: "import", text: "工号,姓名" })).toEqual({ ok: true, value: { text: "工号,姓名", confirmed: true } });
});

test("what no page of ours sends is refused, not an error of the server", async () => {
  expect(await upload({ intent: "import", text: "工号\0" })).toEqual({ ok: false, refusal: "not-text" });
  expect(await upload({ file: "no file at all" })).toEqual({ ok: false, refusal: "no-file" });
  expect(await upload({})).toEqual({ ok: false, refusal: "no-file" });
  expect(await raw("application/json", "{}")).toEqual({ ok: false, refusal: "no-file" });
  expect(await raw("multipart/form-data", "no boundary")).toEqual({ ok: false, refusal: "no-file" });
  expect(await raw("multipart/form-data; boundary=x", "not what was announced")).toEqual({ ok: false, refusal: "no-file" });
  expect(await raw("multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nbroken off')).toEqual({ ok: false, refusal: "no-file" });
});

test("what is too large is refused as such", async () => {
  expect(await upload({ file: new Blob([new Uint8Array(1024 * 1024 + 1)]) })).toEqual({ ok: false, refusal: "too-large" });
  expect(await upload({ file: new Blob([new Uint8Array(3 * 1024 * 1024)]) })).toEqual({ ok: false, refusal: "too-large" });
  expect(await upload({ intent: "import", text: "x".repeat(1024 * 1024 + 1) })).toEqual({ ok: false, refusal: "too-large" });
});
