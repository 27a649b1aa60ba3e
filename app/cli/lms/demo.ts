import { Command } from "commander";
import { demoAccounts } from "#db/seed/accounts.ts";

/** `demo accounts`: who can sign in to the demo company. */
export function demoCommand(): Command {
  const demo = new Command("demo").description("The demo company that npm start loads into a new database");
  demo
    .command("accounts")
    .description("List the demo sign-ins")
    .option("--json", "as JSON: [{staffNo, password, role, name}]")
    .action(({ json }: { json?: boolean }) => {
      if (json) console.log(JSON.stringify(demoAccounts, null, 2));
      else for (const { staffNo, password, role, name } of demoAccounts) console.log(`${staffNo}  ${password}  ${role}  ${name}`);
    });
  return demo;
}
