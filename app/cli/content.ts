import { join } from "node:path";
import { fingerprintFile, writeFingerprint } from "./content/fingerprint.ts";
import { readContent, writeContent } from "./content/compile.ts";
import { printProblems } from "./content/problems.ts";
import { reportOf } from "./content/report.ts";

const from = process.argv.indexOf("--fingerprint");
if (from > 0) {
  const runs = writeFingerprint(process.argv[from + 1] ?? "", join("content/standards", fingerprintFile));
  console.log(`content: ${runs} runs of the source documents noted in content/standards/${fingerprintFile}`);
}

/** `npm run content`: compiles and checks everything under content/. Exit code 1 with file, line and reason when something is wrong. */
const { source, problems } = await readContent("content");
if (problems.length > 0) {
  console.error(printProblems(problems));
  console.error(`content: ${problems.length} problem${problems.length === 1 ? "" : "s"}, nothing was built`);
  process.exit(1);
}
writeContent(source, "build/content");
const report = reportOf(source);
if (process.argv.includes("--report")) console.log(JSON.stringify(report, null, 2));
else console.log(`content: ${report.modules} modules, ${report.clauses} clauses, ${report.questions.total} questions, ${report.checklists} checklists → build/content`);
