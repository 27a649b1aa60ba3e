import { z } from "zod";

/** What an account may be: 学员、培训师、考评员、发证人、单位负责人、人事、管理员、审计员. */
export const roles = ["learner", "trainer", "assessor", "issuer", "manager", "hr", "admin", "auditor"] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const roleNames: Record<Role, string> = {
  learner: "学员",
  trainer: "培训师",
  assessor: "考评员",
  issuer: "发证人",
  manager: "单位负责人",
  hr: "人事",
  admin: "管理员",
  auditor: "审计员",
};

/** Kinds of unit: the group, a project company 项目公司, a station 站点. */
export const unitKinds = ["group", "company", "station"] as const;
export type UnitKind = (typeof unitKinds)[number];
export const unitKindNames: Record<UnitKind, string> = { group: "集团", company: "项目公司", station: "站点" };

export const accountStates = ["active", "disabled"] as const;
