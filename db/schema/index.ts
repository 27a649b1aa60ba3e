import type { Kit } from "../kit.ts";
import { classTables } from "./classes.ts";
import { commitmentTables } from "./commitments.ts";
import { examTables } from "./exams.ts";
import { houseTables } from "./house.ts";
import { learningTables } from "./learning.ts";
import { licenceTables } from "./licences.ts";
import { peopleTables } from "./people.ts";
import { practicalTables } from "./practicals.ts";
import { practiceTables } from "./practice.ts";
import { standardsTables } from "./standards.ts";

/** All tables of the house in the words of one engine. */
export function allTables(k: Kit) {
  const people = peopleTables(k);
  const exams = examTables(k, people);
  const practicals = practicalTables(k, people);
  const licences = licenceTables(k, people, exams, practicals);
  return {
    ...people,
    ...standardsTables(k),
    ...learningTables(k, people),
    ...practiceTables(k, people),
    ...classTables(k, people),
    ...exams,
    ...practicals,
    ...licences,
    ...commitmentTables(k, people, licences),
    ...houseTables(k, people),
  };
}
export type Tables = ReturnType<typeof allTables>;
