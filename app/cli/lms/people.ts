import { existsSync, readFileSync } from "node:fs";
import { Command } from "commander";
import { decodeImport } from "#app/features/people/import.ts";
import { importPeople } from "#app/features/people/import.server.ts";
import { findActor } from "#app/features/people/actor.server.ts";
import { stop } from "../serve/house.ts";
import { asSystem } from "./house.ts";

/** `people import`: the same import as in the browser, in the name of an administrator. */
export function peopleCommand(): Command {
  const people = new Command("people").description("People");
  people
    .command("import")
    .description("Import people from a CSV file (工号,姓名,单位,岗位,入职日期,角色): all of them, or with the first problem nobody. Prints the one-time passwords.")
    .argument("<file>", "CSV in UTF-8 or GB18030")
    .requiredOption("--as <staff number>", "the administrator in whose name it is done, and whose units it may fill")
    .action(async (file: string, options: { as: string }) => {
      if (!existsSync(file)) stop(`There is no file ${file}.`);
      const text = decodeImport(readFileSync(file));
      if (!text.ok) stop(text.refusal === "too-large" ? "The file is too large." : "The file is not text in UTF-8 or GB18030.");
      await asSystem(async (system) => {
        const actor = (await findActor(system.store, options.as, system.now)) ?? stop(`Nobody with an active account has the staff number ${options.as}.`);
        const result = await importPeople({ ...system, actor }, text.value);
        if (!result.ok) {
          if (result.refusal === "has-problems") stop([...result.problems.map(({ line, column, reason, value }) => `line ${line}${column ? ` ${column}` : ""}: ${reason} ${value}`), "Nothing was imported."].join("\n"));
          stop(result.refusal === "not-allowed" ? `${options.as} may not enter people.` : "Somebody else entered one of these staff numbers just now; nothing was imported.");
        }
        for (const one of result.value) console.log(`${one.staffNo},${one.name},${one.unitName},${one.password}`);
      });
    });
  return people;
}
