import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { createAdmin } from "#app/features/people/commands.server.ts";
import { stop } from "../serve/house.ts";
import { asSystem } from "./house.ts";

const sentences = {
  "not-allowed": "Only the operator may do this.",
  "no-such-unit": "There is no unit with that id; see: unit list",
  "too-simple": "The password needs at least 10 characters and must differ from the staff number.",
  "staff-no-taken": "That staff number already has an account.",
} as const;

/** `admin create`: the first administrator, who then enters everybody else in the browser. */
export function adminCommand(): Command {
  const admin = new Command("admin").description("Administrators");
  admin
    .command("create")
    .description("Create an administrator of a unit and everything below it; asks for the password, or reads it from LMS_ADMIN_PASSWORD")
    .requiredOption("--staff-no <number>", "staff number, the name to sign in with")
    .requiredOption("--name <name>", "full name")
    .requiredOption("--unit <id>", "id of the unit; see: unit list")
    .action(async (options: { staffNo: string; name: string; unit: string }) => {
      const password = process.env.LMS_ADMIN_PASSWORD ?? (await ask("Password: "));
      await asSystem(async (context) => {
        const result = await createAdmin(context, { staffNo: options.staffNo, name: options.name, unitId: options.unit, password });
        if (!result.ok) stop(sentences[result.refusal]);
        console.log(`${options.staffNo} ${options.name} can sign in.`);
      });
    });
  return admin;
}

async function ask(question: string): Promise<string> {
  const input = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await input.question(question);
  } finally {
    input.close();
  }
}
