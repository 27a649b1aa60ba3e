import type { Context } from "#app/features/people/context.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { unitPath } from "#app/features/people/access.ts";
import { dayOf } from "#app/lib/clock.ts";
import { figuresOn, standardsOf } from "./catalogue.server.ts";

/** The key of the company profile that applies to a unit: its own, else that of the nearest unit above. */
export async function companyKeyOf(context: Pick<Context, "store">, unitId: string): Promise<string> {
  const units = await listUnits(context);
  const key = unitPath(units, unitId).map((id) => units.find((unit) => unit.id === id)?.companyKey).find((one) => one != null);
  if (key == null) throw new Error(`no company profile applies to unit ${unitId}`);
  return key;
}

/** The figures in force today for the company a unit belongs to. */
export async function figuresForUnit(context: Pick<Context, "store" | "content" | "now">, unitId: string) {
  const companyKey = await companyKeyOf(context, unitId);
  return { companyKey, figures: figuresOn(standardsOf(context.content), companyKey, dayOf(context.now)) };
}
