import { and, desc, eq, gte, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import { unitsFor } from "#app/features/people/access.ts";
import type { Context } from "#app/features/people/context.ts";
import { isNewestAssignment } from "#app/features/people/people.server.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { addDays, instantOf } from "#app/lib/clock.ts";
import type { AuditCursor, AuditFilter } from "./filter.ts";

export type AuditPerson = { name: string; staffNo: string };
/** An event as a reader sees it. `actor` null is the system itself. */
export type AuditRow = { id: string; at: number; event: string; subject: string; actor: AuditPerson | null; person: AuditPerson | null; data: unknown };

export const auditPageSize = 100;
export const auditExportLimit = 20_000;

/**
 * Events newest first, behind `cursor`, with the place of the next page. An auditor of the whole group sees all of them;
 * one of a unit sees those about or by the people who work there, and none of the system's own.
 */
export async function listAuditEvents(context: Context, filter: AuditFilter, { cursor, limit = auditPageSize }: { cursor: AuditCursor | null; limit?: number }): Promise<{ rows: AuditRow[]; next: AuditCursor | null }> {
  const { store } = context;
  const { auditEvents, people } = store.t;
  const where = and(
    await scopeOf(context),
    filter.event === "" ? undefined : eq(auditEvents.event, filter.event),
    filter.subject === "" ? undefined : eq(auditEvents.subject, filter.subject),
    filter.actor === "" ? undefined : filter.actor === "系统" || filter.actor === "System" ? isNull(auditEvents.actorId) : inArray(auditEvents.actorId, named(context, filter.actor)),
    filter.person === "" ? undefined : inArray(auditEvents.personId, named(context, filter.person)),
    filter.from === "" ? undefined : gte(auditEvents.at, instantOf(filter.from)),
    filter.to === "" ? undefined : lt(auditEvents.at, instantOf(addDays(filter.to, 1))),
    cursor === null ? undefined : or(lt(auditEvents.at, cursor.at), and(eq(auditEvents.at, cursor.at), lt(auditEvents.id, cursor.id))),
  );
  const found = await store.read.select().from(auditEvents).where(where).orderBy(desc(auditEvents.at), desc(auditEvents.id)).limit(limit + 1);
  const shown = found.slice(0, limit);
  const ids = [...new Set(shown.flatMap((row) => [row.actorId, row.personId]).filter((id) => id !== null))];
  const known = new Map((await store.read.select({ id: people.id, name: people.name, staffNo: people.staffNo }).from(people).where(inArray(people.id, ids))).map(({ id, ...person }) => [id, person]));
  const person = (id: string | null) => (id === null ? null : (known.get(id) ?? null));
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ id, at, event, subject, actorId, personId, data }) => ({ id, at, event, subject, actor: person(actorId), person: person(personId), data })),
    next: last ? { at: last.at, id: last.id } : null,
  };
}

function named({ store }: Context, text: string) {
  const { people } = store.t;
  return store.read.select({ id: people.id }).from(people).where(or(eq(people.staffNo, text), eq(people.name, text)));
}

async function scopeOf(context: Context): Promise<SQL | undefined> {
  const { store, actor } = context;
  const { auditEvents, assignments } = store.t;
  const units = await listUnits(context);
  const mine = unitsFor(actor, "audit.read", units);
  if (units.every((unit) => mine.includes(unit.id))) return undefined;
  const there = () => store.read.select({ id: assignments.personId }).from(assignments).where(and(inArray(assignments.unitId, mine), isNewestAssignment(store.t)));
  return or(inArray(auditEvents.personId, there()), inArray(auditEvents.actorId, there()));
}

/** Everything that fits a filter, newest first, up to the limit of an export. */
export async function listForExport(context: Context, filter: AuditFilter): Promise<AuditRow[]> {
  const rows: AuditRow[] = [];
  let cursor: AuditCursor | null = null;
  do {
    const page = await listAuditEvents(context, filter, { cursor, limit: 1000 });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null && rows.length < auditExportLimit);
  return rows;
}
