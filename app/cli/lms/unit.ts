import { Command } from "commander";
import { createUnit, listUnits } from "#app/features/people/units.server.ts";
import { unitKinds } from "#app/features/people/roles.ts";
import { standardsOf } from "#app/features/standards/catalogue.server.ts";
import { asSystem } from "./house.ts";
import { stop } from "../serve/house.ts";

const sentences = {
  "not-allowed": "Only the operator may do this.",
  "no-such-parent": "There is no unit with that parent id; see: unit list",
  "name-taken": "A unit of that name already stands under the same parent.",
} as const;

/** `unit add`, `unit list`: the tree of group, project companies and stations. */
export function unitCommand(): Command {
  const unit = new Command("unit").description("Units: the group, its project companies, their stations");
  unit
    .command("add")
    .description("Add a unit; prints its id")
    .requiredOption("--name <name>", "its name, as people write it in an import file")
    .requiredOption("--kind <kind>", unitKinds.join(" | "))
    .option("--parent <id>", "id of the unit above; without it the unit is the top")
    .option("--company <key>", "the company profile under content/companies that applies from here down")
    .action((options: { name: string; kind: string; parent?: string; company?: string }) =>
      asSystem(async (context) => {
        const kind = unitKinds.find((one) => one === options.kind) ?? stop(`--kind is one of ${unitKinds.join(", ")}`);
        const companies = standardsOf(context.content).companies.map((one) => one.id);
        if (!options.parent && !options.company) stop("The top unit names its company profile with --company.");
        if (options.company && !companies.includes(options.company)) stop(`There is no company profile ${options.company}; there are: ${companies.join(", ")}`);
        const result = await createUnit(context, { name: options.name, kind, parentId: options.parent ?? null, companyKey: options.company ?? null });
        if (!result.ok) stop(sentences[result.refusal]);
        console.log(result.value.unitId);
      }),
    );
  unit
    .command("list")
    .description("List all units with their ids")
    .action(() =>
      asSystem(async (context) => {
        for (const one of await listUnits(context)) console.log(`${one.id}  ${one.kind}  ${one.name}`);
      }),
    );
  return unit;
}
