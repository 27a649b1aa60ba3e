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
  try {
    const form = await parseMultipartFormData(request, createMemoryUploadHandler({ maxPartSize: importLimits.bytes * 2 }));
    const [file, text] = [form.get("file"), form.get("text")];
    if (form.get("intent") === "import" && typeof text === "string") return text.length > importLimits.bytes ? refused("too-large") : ok({ text, confirmed: true });
    if (typeof file !== "object" || file === null || file.size === 0) return refused("no-file");
    const decoded = decodeImport(new Uint8Array(await file.arrayBuffer()));
    return decoded.ok ? ok({ text: decoded.value, confirmed: false }) : decoded;
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return refused("too-large");
    throw error;
  }
}
