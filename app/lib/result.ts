/** A decision: a value, or a refusal with its reason. An exception is a bug, a refusal is an answer. */
export type Result<T, R extends string> = { ok: true; value: T } | Refusal<R>;
export type Refusal<R extends string> = { ok: false; refusal: R };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refused<const R extends string>(refusal: R): Refusal<R> {
  return { ok: false, refusal };
}
