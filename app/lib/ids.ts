import { nanoid } from "nanoid";

/** Makes ids. Handed in through the context, so that the demo company and the tests have fixed ones. */
export type NewId = () => string;

/** 21 URL-safe characters, 126 random bits. */
export const newId: NewId = () => nanoid();
