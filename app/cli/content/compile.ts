import { mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { z } from "zod";
import { forEngineers } from "#app/features/learning/handbook.ts";
import { Track } from "#app/features/learning/module.ts";
import { Scheme } from "#app/features/standards/scheme.ts";
import { Checklist } from "#app/features/practicals/checklist.ts";
import { QuestionFile } from "#app/features/questions/question.ts";
import { Company, Regulation, Topic } from "#app/features/standards/clause.ts";
import { checkContent } from "./gates/index.ts";
import type { Problem } from "./problems.ts";
import { fingerprintFile, readFingerprint, SharedWording, sharedWordingFile } from "./fingerprint.ts";
import { readGuide } from "./read-guide.ts";
import { readModule } from "./read-module.ts";
import { readYaml, type Located } from "./read-yaml.ts";
import type { Source } from "./source.ts";

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => relative(process.cwd(), join(folder, name)));
}

/** Reads and checks the content under `folder`. With problems nothing may be built from it. */
export async function readContent(folder: string): Promise<{ source: Source; problems: Problem[] }> {
  const problems: Problem[] = [];
  const all = <S extends z.ZodType>(sub: string, schema: S) =>
    filesIn(join(folder, sub), ".yaml")
      .filter((file) => !["topics.yaml", sharedWordingFile].includes(basename(file)))
      .map((file) => readYaml(file, schema, problems))
      .filter((one) => one !== null);
  const modules = await Promise.all(filesIn(join(folder, "modules"), ".mdx").map((file) => readModule(file, problems)));
  const guides = await Promise.all(
    filesIn(join(folder, "handbook"), ".md")
      .filter((file) => !forEngineers.includes(basename(file)))
      .map((file) => readGuide(file, problems)),
  );
  const source: Source = {
    regulations: all("standards", Regulation),
    topics: readYaml(relative(process.cwd(), join(folder, "standards/topics.yaml")), z.array(Topic), problems),
    sources: readFingerprint(join(folder, "standards", fingerprintFile)),
    sharedWording: readYaml(relative(process.cwd(), join(folder, "standards", sharedWordingFile)), z.array(SharedWording), problems),
    companies: all("companies", Company),
    modules: modules.filter((one) => one !== null),
    questions: all("questions", QuestionFile),
    checklists: all("practicals", Checklist),
    tracks: all("tracks", Track),
    schemes: all("schemes", Scheme),
    guides: guides.filter((one) => one !== null).sort((a, b) => a.order - b.order),
  };
  // The gates compare files with each other: only worth it once every file can be read.
  if (problems.length === 0) problems.push(...checkContent(source));
  return { source, problems };
}

/** Writes the compiled content to `folder` (build/content); a reader sees the old files or the new ones, never half of one. */
export function writeContent(source: Source, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, value: unknown) => {
    const file = join(folder, name);
    writeFileSync(`${file}.new`, JSON.stringify(value));
    renameSync(`${file}.new`, file);
  };
  const values = <T>(files: readonly Located<T>[]) => files.map((one) => one.value);
  write("standards.json", { regulations: values(source.regulations), topics: source.topics?.value ?? [], companies: values(source.companies) });
  write("modules.json", source.modules.map((one) => one.module));
  write("questions.json", values(source.questions));
  write("practicals.json", values(source.checklists));
  write("tracks.json", values(source.tracks));
  write("schemes.json", values(source.schemes));
  write("handbook.json", source.guides);
}
