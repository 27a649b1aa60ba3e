import type { Role } from "#app/features/people/roles.ts";
import type { Post } from "#app/features/standards/clause.ts";

/** The demo company: 安然燃气 with two project companies, one of which has figures of its own, and five stations. Every name is made up. */
export const demoUnits = [
  { id: "u-anran", parentId: null, kind: "group", name: "安然燃气", companyKey: "anran" },
  { id: "u-rongcheng", parentId: "u-anran", kind: "company", name: "榕城项目公司", companyKey: "rongcheng" },
  { id: "u-lugang", parentId: "u-anran", kind: "company", name: "鹭港项目公司", companyKey: "lugang" },
  { id: "u-east", parentId: "u-rongcheng", kind: "station", name: "城东站", companyKey: null },
  { id: "u-west", parentId: "u-rongcheng", kind: "station", name: "城西站", companyKey: null },
  { id: "u-river", parentId: "u-rongcheng", kind: "station", name: "滨江站", companyKey: null },
  { id: "u-harbour", parentId: "u-lugang", kind: "station", name: "港口站", companyKey: null },
  { id: "u-campus", parentId: "u-lugang", kind: "station", name: "学村站", companyKey: null },
] as const;
type UnitId = (typeof demoUnits)[number]["id"];

/** `years` is how long before the day the demo was loaded the person was hired. Everybody is a learner; `roles` come on top. */
export type DemoPerson = { staffNo: string; name: string; unit: UnitId; post: Post; years: number; roles?: readonly (readonly [Role, UnitId])[] };

export const demoPeople: readonly DemoPerson[] = [
  // 集团
  { staffNo: "10001", name: "方伟", unit: "u-anran", post: "manager", years: 9, roles: [["admin", "u-anran"]] },
  { staffNo: "10002", name: "谢文", unit: "u-anran", post: "manager", years: 8, roles: [["auditor", "u-anran"]] },
  { staffNo: "10003", name: "许静", unit: "u-anran", post: "manager", years: 7, roles: [["hr", "u-anran"]] },
  // 榕城项目公司
  { staffNo: "10011", name: "周敏", unit: "u-rongcheng", post: "manager", years: 8, roles: [["trainer", "u-rongcheng"]] },
  { staffNo: "10012", name: "郑雅琴", unit: "u-rongcheng", post: "manager", years: 10, roles: [["issuer", "u-rongcheng"]] },
  { staffNo: "10013", name: "高志远", unit: "u-rongcheng", post: "manager", years: 6, roles: [["manager", "u-rongcheng"]] },
  { staffNo: "10014", name: "江燕", unit: "u-rongcheng", post: "hotline-agent", years: 3 },
  { staffNo: "10015", name: "罗婷", unit: "u-rongcheng", post: "hotline-agent", years: 1 },
  { staffNo: "10016", name: "沈立", unit: "u-rongcheng", post: "warehouse", years: 5 },
  // 城东站
  { staffNo: "10101", name: "吴建华", unit: "u-east", post: "manager", years: 9, roles: [["manager", "u-east"]] },
  { staffNo: "10102", name: "林国栋", unit: "u-east", post: "technician", years: 11, roles: [["assessor", "u-rongcheng"]] },
  { staffNo: "10107", name: "黄志强", unit: "u-east", post: "technician", years: 6 },
  { staffNo: "10238", name: "陈晓梅", unit: "u-east", post: "technician", years: 1 },
  { staffNo: "10245", name: "郭亮", unit: "u-east", post: "technician", years: 4 },
  { staffNo: "10301", name: "林小雨", unit: "u-east", post: "technician", years: 0 },
  { staffNo: "10109", name: "杨丽", unit: "u-east", post: "counter-clerk", years: 4 },
  { staffNo: "10111", name: "曾强", unit: "u-east", post: "meter-reader", years: 5 },
  { staffNo: "10112", name: "邱桂兰", unit: "u-east", post: "inspector", years: 3 },
  // 城西站
  { staffNo: "10121", name: "何建平", unit: "u-west", post: "technician", years: 10, roles: [["assessor", "u-rongcheng"]] },
  { staffNo: "10122", name: "蒋涛", unit: "u-west", post: "technician", years: 3 },
  { staffNo: "10123", name: "董伟明", unit: "u-west", post: "technician", years: 2 },
  { staffNo: "10124", name: "叶芳", unit: "u-west", post: "counter-clerk", years: 2 },
  { staffNo: "10125", name: "石磊", unit: "u-west", post: "ignition-tech", years: 4 },
  { staffNo: "10126", name: "孙海燕", unit: "u-west", post: "meter-reader", years: 1 },
  // 滨江站
  { staffNo: "10131", name: "韩冰", unit: "u-river", post: "manager", years: 5, roles: [["manager", "u-river"]] },
  { staffNo: "10132", name: "唐勇", unit: "u-river", post: "technician", years: 3 },
  { staffNo: "10133", name: "冯雪", unit: "u-river", post: "technician", years: 1 },
  { staffNo: "10134", name: "于洋", unit: "u-river", post: "inspector", years: 2 },
  // 鹭港项目公司
  { staffNo: "10201", name: "蔡明", unit: "u-lugang", post: "manager", years: 7, roles: [["manager", "u-lugang"]] },
  { staffNo: "10202", name: "苏雅文", unit: "u-lugang", post: "manager", years: 6, roles: [["trainer", "u-lugang"]] },
  { staffNo: "10203", name: "彭程", unit: "u-lugang", post: "manager", years: 8, roles: [["issuer", "u-lugang"]] },
  // 港口站
  { staffNo: "10211", name: "魏东", unit: "u-harbour", post: "technician", years: 9, roles: [["assessor", "u-lugang"]] },
  { staffNo: "10212", name: "苏玉兰", unit: "u-harbour", post: "technician", years: 3 },
  { staffNo: "10213", name: "程浩", unit: "u-harbour", post: "technician", years: 2 },
  { staffNo: "10214", name: "任静怡", unit: "u-harbour", post: "counter-clerk", years: 1 },
  { staffNo: "10215", name: "姚远", unit: "u-harbour", post: "lpg-delivery", years: 2 },
  // 学村站
  { staffNo: "10221", name: "卢佳", unit: "u-campus", post: "technician", years: 2 },
  { staffNo: "10222", name: "丁宁", unit: "u-campus", post: "technician", years: 1 },
  { staffNo: "10223", name: "范晨", unit: "u-campus", post: "inspector", years: 3 },
  { staffNo: "10224", name: "贺敏", unit: "u-campus", post: "sales", years: 1 },
  { staffNo: "10225", name: "田野", unit: "u-campus", post: "meter-reader", years: 0 },
];

/** Ids are fixed: `p-<staff number>`. */
export const demoPersonId = (staffNo: string) => `p-${staffNo}`;
