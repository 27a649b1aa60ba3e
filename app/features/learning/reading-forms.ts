import { z } from "zod";

const count = z.string().regex(/^[1-9]\d{0,3}$/).transform(Number);

/** Where the reader says somebody is, and of which version it speaks. */
export const PlaceForm = z.object({ version: z.string().max(80), section: count, paragraph: count });

/** The version somebody confirms to have read. */
export const AcknowledgeForm = z.object({ version: z.string().max(80).catch("") });
