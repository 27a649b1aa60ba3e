import type { Result } from "#app/lib/result.ts";
import { disableAccount, enableAccount, resetPassword } from "./account.server.ts";
import type { StaffForm } from "./admin-forms.ts";
import { editPerson, grantRole, moveAssignment, revokeRole } from "./commands.server.ts";
import type { Context } from "./context.ts";
import type { StaffRefusal } from "./refusals.ts";

/** Carries out what a form on the page of one person asks for; a reset answers the one-time password. */
export async function carryOut(context: Context, personId: string, form: StaffForm): Promise<Result<{ password: string } | null, StaffRefusal>> {
  switch (form.intent) {
    case "edit":
      return editPerson(context, { personId, name: form.name, phone: form.phone });
    case "move":
      return moveAssignment(context, { personId, unitId: form.unitId, post: form.post, fromOn: form.fromOn });
    case "grant":
      return grantRole(context, { personId, role: form.role, unitId: form.unitId });
    case "revoke":
      return revokeRole(context, { personId, grantId: form.grantId });
    case "reset":
      return resetPassword(context, personId);
    case "disable":
      return disableAccount(context, { personId, reason: form.reason });
    case "enable":
      return enableAccount(context, { personId, reason: form.reason });
  }
}
