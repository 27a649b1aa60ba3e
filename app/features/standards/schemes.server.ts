import { z } from "zod";
import { catalogue, type ContentStore } from "#app/lib/content.server.ts";
import { Scheme } from "./scheme.ts";
import { versionOf } from "./versions.server.ts";

/** A scheme as it stands in this build, with its version. */
export type SchemeVersion = { scheme: Scheme; hash: string };

/** All schemes 持证方案 of this build by id, in the order of their files. */
export const schemesOf = catalogue<ReadonlyMap<string, SchemeVersion>>(
  (content) => new Map(z.array(Scheme).parse(content.json("schemes.json")).map((scheme) => [scheme.id, { scheme, hash: versionOf(scheme) }])),
);

/** A scheme with its version; null when there is none of that id. */
export function findScheme(content: ContentStore, id: string): SchemeVersion | null {
  return schemesOf(content).get(id) ?? null;
}
