import type { z } from "zod";
import type { Guide } from "#app/features/learning/handbook.ts";
import type { Track } from "#app/features/learning/module.ts";
import type { Checklist } from "#app/features/practicals/checklist.ts";
import type { QuestionFile } from "#app/features/questions/question.ts";
import type { Company, Regulation, Topic } from "#app/features/standards/clause.ts";
import type { Scheme } from "#app/features/standards/scheme.ts";
import type { Fingerprint, SharedWording } from "./fingerprint.ts";
import type { ReadModule } from "./read-module.ts";
import type { Located } from "./read-yaml.ts";

/** Everything under content/, read and parsed, each file with its lines. */
export type Source = {
  regulations: Located<Regulation>[];
  topics: Located<Topic[]> | null;
  /** Which runs of characters the source documents hold; null where no fingerprint was kept. */
  sources: Fingerprint | null;
  sharedWording: Located<SharedWording[]> | null;
  companies: Located<Company>[];
  modules: ReadModule[];
  questions: Located<z.output<typeof QuestionFile>>[];
  checklists: Located<Checklist>[];
  tracks: Located<Track>[];
  schemes: Located<Scheme>[];
  guides: Guide[];
};
