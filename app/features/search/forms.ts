import { z } from "zod";
import { kinds } from "./entry.ts";

/** What is asked for and of which kind, from the address; what cannot be read is left out, what is too long is cut. */
export const SearchQuery = z.object({
  q: z.string().trim().transform((typed) => [...typed].slice(0, 200).join("")).catch("").default(""),
  kind: z.enum(kinds).nullable().catch(null).default(null),
});
