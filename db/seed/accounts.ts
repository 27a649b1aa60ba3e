import { demoPeople } from "./people.ts";

/** Demo sign-ins, one a role; the password is for the demo only, production never loads it. */
export const demoRoles = ["new-hire", "technician", "trainer", "assessor", "issuer", "manager", "hr", "admin", "auditor"] as const;
export type DemoRole = (typeof demoRoles)[number];

export const demoPassword = "anran-demo-2026";

const staffNoOf: Record<DemoRole, string> = {
  "new-hire": "10301",
  technician: "10238",
  trainer: "10011",
  assessor: "10102",
  issuer: "10012",
  manager: "10101",
  hr: "10003",
  admin: "10001",
  auditor: "10002",
};

export const demoAccounts: readonly { staffNo: string; password: string; role: DemoRole; name: string }[] = demoRoles.map((role) => ({
  staffNo: staffNoOf[role],
  password: demoPassword,
  role,
  name: demoPeople.find((person) => person.staffNo === staffNoOf[role])?.name ?? "",
}));
