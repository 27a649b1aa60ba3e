import { Command } from "commander";
import { adminCommand } from "./lms/admin.ts";
import { backupCommand, restoreCommand, verifyCommand } from "./lms/keeping.ts";
import { demoCommand } from "./lms/demo.ts";
import { peopleCommand } from "./lms/people.ts";
import { unitCommand } from "./lms/unit.ts";

/** `npm run lms -- <command>`: the operator's tool. Every command has `--help`; a refusal is a sentence on stderr and exit code 1. */
await new Command("npm run lms --")
  .description("The operator's tool of the training and licensing platform")
  .addCommand(adminCommand())
  .addCommand(unitCommand())
  .addCommand(peopleCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(verifyCommand())
  .addCommand(demoCommand())
  .parseAsync();
