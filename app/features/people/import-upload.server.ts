import { MaxPartSizeExceededError, unstable_createMemoryUploadHandler as createMemoryUploadHandler, unstable_parseMultipartFormData as parseMultipartFormData } from "@remix-run/node";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { decodeImport } from "./import.ts";
import { importLimits } from "./import-format.ts";

/**
 * The text of an uploaded import file (`file`), or the one that was checked before (`text`, with `intent` import).
 * A body beyond the limit is not read to its end.
 */
export async function readImportUpload(request: Request): Promise<Result<{ text: string; confirmed: boolean }, "no-file" | "too-large" | "not-text">> {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return refused("no-file");
  const form = await readParts(request);
  if (!form.ok) return form;
  const [file, text] = [form.value.get("file"), form.value.get("text")];
  if (form.value.get("intent") === "import" && typeof text === "string") {
    if (text.includes("\0")) return refused("not-text");
    return text.length > importLimits.bytes ? refused("too-large") : ok({ text, confirmed: true });
  }
  if (typeof file !== "object" || file === null || file.size === 0) return refused("no-file");
  const decoded = decodeImport(new Uint8Array(await file.arrayBuffer()));
  return decoded.ok ? ok({ text: decoded.value, confirmed: false }) : decoded;
}

async function readParts(request: Request): Promise<Result<FormData, "no-file" | "too-large">> {
  try {
    return ok(await parseMultipartFormData(request, createMemoryUploadHandler({ maxPartSize: importLimits.bytes * 2 })));
  } catch (error) {
    // Anything else is a body that is not what its header announces, or that broke off on the way.
    return refused(error instanceof MaxPartSizeExceededError ? "too-large" : "no-file");
  }
}
