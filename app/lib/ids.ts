import { nanoid } from "nanoid";

/** Makes ids. Handed in through the context, so that the demo company and the tests have fixed ones. */
export type NewId = () => string;

/** 22 URL-safe characters, 132 random bits. */
export const newId: NewId = () => nanoid(22);
