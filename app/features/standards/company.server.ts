import type { Context } from "#app/features/people/context.ts";
import { listUnits } from "#app/features/people/units.server.ts";
import { unitPath } from "#app/features/people/access.ts";

/** The key of the company profile that applies to a unit: its own, else that of the nearest unit above. */
export async function companyKeyOf(context: Pick<Context, "store">, unitId: string): Promise<string> {
  const units = await listUnits(context);
  const key = unitPath(units, unitId).map((id) => units.find((unit) => unit.id === id)?.companyKey).find((one) => one != null);
  if (key == null) throw new Error(`no company profile applies to unit ${unitId}`);
  return key;
}
