import { z } from "zod";
import { catalogue } from "#app/lib/content.server.ts";
import { Module, Track } from "./module.ts";

/** The modules of this build by id, in the order of their files. */
export const modulesOf = catalogue<ReadonlyMap<string, Module>>(
  (content) => new Map(z.array(Module).parse(content.json("modules.json")).map((module) => [module.id, module])),
);

/** The tracks 岗位课程 of this build; ask `tracksFor` which of them are a post's. */
export const tracksOf = catalogue<readonly Track[]>((content) => z.array(Track).parse(content.json("tracks.json")));
