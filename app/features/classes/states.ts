/** The ways of training the rule names (安然燃气客户服务规范, 培训和持证上岗制度 三): 例会、巡视、培训班、资料发放、同行参观. */
export const classKinds = ["meeting", "patrol", "course", "handout", "visit"] as const;
export type ClassKind = (typeof classKinds)[number];

/** States of a class: planned, held (closed by who runs it; its attendance counts), or called off. */
export const classStates = ["planned", "held", "cancelled"] as const;
export type ClassState = (typeof classStates)[number];

/** What moves a class on; held and cancelled are final. */
export const classTransitions = {
  planned: { close: "held", cancel: "cancelled" },
  held: {},
  cancelled: {},
} as const satisfies Record<ClassState, Partial<Record<"close" | "cancel", ClassState>>>;

/** How somebody's presence became known: by the code shown in the room, or entered by hand. */
export const attendanceWays = ["code", "hand"] as const;
export type AttendanceWay = (typeof attendanceWays)[number];
