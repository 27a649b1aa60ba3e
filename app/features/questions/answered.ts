import type { Response } from "./response.ts";

/** Whether something was answered at all. Apart from the schema, so that the exam page need not carry zod. */
export function isAnswered(response: Response | undefined): boolean {
  return response !== undefined && response !== null && response !== "" && !(Array.isArray(response) && response.length === 0);
}
