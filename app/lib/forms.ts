import { z } from "zod";

/** What was wrong with a form, field by field, beside what was typed, so that nothing is lost. */
export type FormRefusal = { errors: Record<string, string>; values: Record<string, string | string[]> };
export type FormResult<T> = { ok: true; value: T } | ({ ok: false } & FormRefusal);

/** What was typed; a name that occurs more than once is a list (read lists with `manyOf`). Passwords are never sent back. */
export function formValues(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    const all = data.getAll(name).filter((value) => typeof value === "string");
    const first = all[0];
    if (first === undefined) continue;
    Object.defineProperty(values, name, { value: all.length > 1 ? all : first, enumerable: true, configurable: true });
  }
  return values;
}

/**
 * The form a browser sent. Throws 400 for what no form of ours sends: another content type, a broken multipart body, a NUL character
 * (which PostgreSQL does not store). That is the sender's mistake, not an error of the server.
 */
export async function readForm(request: Request): Promise<FormData> {
  const data = await request.formData().catch(() => null);
  if (data === null || [...data].some(([name, value]) => name.includes("\0") || (typeof value === "string" && value.includes("\0")))) throw new Response(null, { status: 400, statusText: "Bad Request" });
  return data;
}

/** Parses a submitted form with the schema the page uses too. Errors carry the schema's own sentences. */
export function parseForm<S extends z.ZodType>(schema: S, data: FormData): FormResult<z.output<S>> {
  const values = formValues(data);
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const name = issue.path.map(String).join(".") || "form";
    errors[name] ??= issue.message;
  }
  return { ok: false, errors, values: withoutSecrets(values) };
}

/** A refusal found after parsing (the staff number is taken, say), shown beside its field or, with `form`, above the form. */
export function refuseForm(data: FormData, errors: Record<string, string>): { ok: false } & FormRefusal {
  return { ok: false, errors, values: withoutSecrets(formValues(data)) };
}

function withoutSecrets(values: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
}

/** A field that may be ticked never, once or often: always a list. In the browser a single box that is not ticked reads `false`. */
export function manyOf<S extends z.ZodType<unknown, string>>(item: S) {
  return z.preprocess((value: unknown): unknown => (value === undefined || value === false ? [] : Array.isArray(value) ? (value satisfies unknown[]) : [value]), z.array(item));
}
