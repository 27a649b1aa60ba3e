import { z } from "zod";
import { catalogue } from "#app/lib/content.server.ts";
import { Module, Track } from "./module.ts";
import { clausesOfMark, walk } from "./walk.ts";

/** The modules of this build by id, in the order of their files. */
export const modulesOf = catalogue<ReadonlyMap<string, Module>>(
  (content) => new Map(z.array(Module).parse(content.json("modules.json")).map((module) => [module.id, module])),
);

/** The tracks 岗位课程 of this build; ask `tracksFor` which of them are a post's. */
export const tracksOf = catalogue<readonly Track[]>((content) => z.array(Track).parse(content.json("tracks.json")));

/** A module that teaches a clause, with the first section (1-based) in which it does. */
export type Teaching = { id: string; title: string; section: number; sectionTitle: string };

/** By clause id, the modules of this build that teach it. */
export const teachingOf = catalogue<ReadonlyMap<string, readonly Teaching[]>>((content) => {
  const teaching = new Map<string, Teaching[]>();
  for (const { id, title, sections } of modulesOf(content).values())
    for (const [index, section] of sections.entries())
      for (const node of walk(section.tree))
        for (const clause of typeof node !== "string" && node.type === "Clause" ? clausesOfMark(node.props) : []) {
          const known = teaching.get(clause) ?? [];
          if (!known.some((one) => one.id === id)) teaching.set(clause, [...known, { id, title, section: index + 1, sectionTitle: section.title }]);
        }
  return teaching;
});
