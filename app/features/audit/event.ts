/**
 * What happened, in the area's own words (`attempt.submitted`), the version of its data's shape, the id it happened to,
 * the person it concerns if any, and the data: plain JSON without passwords, tokens or answers' keys.
 */
export type AuditEvent = {
  event: string;
  version: number;
  subject: string;
  personId?: string | null;
  data: { [key: string]: string | number | boolean | null | readonly string[] };
};
