import { inArray } from "drizzle-orm";
import { record } from "#app/features/audit/record.server.ts";
import { dayOf } from "#app/lib/clock.ts";
import { ok, refused, type Result } from "#app/lib/result.ts";
import { isUniqueViolation } from "#db/client.ts";
import { canSomewhere } from "./access.ts";
import type { Context } from "./context.ts";
import { peopleEvent } from "./events.ts";
import { checkImport, splitImport, type ImportRefused, type ImportRow } from "./import.ts";
import { hashOneTimePasswords, newOneTimePassword } from "./password.server.ts";
import { insertPeople, managedUnits } from "./staff.server.ts";
import { listUnits } from "./units.server.ts";

/** A person who was imported, with the one-time password that is kept nowhere. */
export type Imported = { staffNo: string; name: string; unitName: string; password: string };

/** Reads an import file against the units the actor manages and the staff numbers that exist. Nothing is written. */
export async function previewImport(context: Context, text: string): Promise<{ ok: true; value: (ImportRow & { unitName: string })[] } | ImportRefused | { ok: false; refusal: "not-allowed" }> {
  const { store, actor, now } = context;
  const { people } = store.t;
  if (!canSomewhere(actor, "person.manage")) return refused("not-allowed");
  const lines = splitImport(text);
  if (!lines.ok) return lines;
  const all = await listUnits(context);
  const managed = await managedUnits(context);
  const units = all.filter((unit) => managed.includes(unit.id)).map(({ id, name, parentId }) => ({ id, name, parentName: all.find((unit) => unit.id === parentId)?.name ?? null }));
  const taken = new Set<string>();
  const numbers = lines.value.map((line) => line.cells[0] ?? "");
  for (let from = 0; from < numbers.length; from += 500) {
    const known = await store.read.select({ staffNo: people.staffNo }).from(people).where(inArray(people.staffNo, numbers.slice(from, from + 500)));
    for (const { staffNo } of known) taken.add(staffNo);
  }
  const rows = checkImport(lines.value, { units, taken, today: dayOf(now) });
  return rows.ok ? ok(rows.value.map((row) => ({ ...row, unitName: units.find((unit) => unit.id === row.unitId)?.name ?? "" }))) : rows;
}

/**
 * Imports a file of people: all of them, or with the first problem nobody. Answers the one-time passwords.
 * `taken-meanwhile`: somebody else entered one of the staff numbers between reading and writing.
 */
export async function importPeople(context: Context, text: string): Promise<Result<Imported[], "taken-meanwhile" | "not-allowed"> | ImportRefused> {
  const { store, newId } = context;
  const read = await previewImport(context, text);
  if (!read.ok) return read;
  const passwords = read.value.map(() => newOneTimePassword());
  const hashes = await hashOneTimePasswords(passwords);
  const people = read.value.map((row, index) => ({ ...row, roleUnitId: row.unitId, passwordHash: hashes[index] ?? "", mustChange: true }));
  try {
    return await store.write(async (tx) => {
      await insertPeople(tx, context, "import", people);
      await record(tx, context, peopleEvent("person.imported", { subject: newId(), personId: null }, { people: people.length }));
      return ok(read.value.map(({ staffNo, name, unitName }, index) => ({ staffNo, name, unitName, password: passwords[index] ?? "" })));
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused("taken-meanwhile");
    throw error;
  }
}
