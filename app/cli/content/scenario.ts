import type { TreeNode } from "#app/features/learning/tree.ts";
import { walk } from "#app/features/learning/walk.ts";

type Element = Exclude<TreeNode, string>;

const within = (node: Element, type: string) => node.children.flatMap((child) => (typeof child === "string" || child.type !== type ? [] : [child]));

/**
 * What is wrong with a branching case, in words: a reader must get from its first scene to every other, each scene either goes on by a
 * choice of two or more or ends with an outcome, and it can end well and otherwise.
 */
export function wrongWithScenario(scenario: Element): string[] {
  const scenes = within(scenario, "Scene").map((scene) => ({ id: String(scene.props.id), outcome: scene.props.outcome, to: within(scene, "Choice").map((choice) => String(choice.props.to)) }));
  const ids = scenes.map((scene) => scene.id);
  const reached = new Set(ids.slice(0, 1));
  for (const id of reached) for (const to of scenes.find((scene) => scene.id === id)?.to ?? []) reached.add(to);
  const marked = within(scenario, "Scene").flatMap((scene) => within(scene, "Choice")).filter((choice) => [...walk(choice.children)].some((node) => typeof node !== "string" && node.type === "Clause"));
  const outcomes = scenes.map((scene) => scene.outcome);
  return [
    ...(new Set(ids).size === ids.length ? [] : ["two scenes of a scenario have the same id"]),
    ...scenes.flatMap(({ id, to, outcome }) => {
      const unknown = to.filter((one) => !ids.includes(one)).map((one) => `scene ${id} leads to ${one}, which is not there`);
      if (outcome !== undefined) return to.length > 0 ? [...unknown, `scene ${id} has an outcome and may not go on`] : unknown;
      return to.length < 2 ? [...unknown, `scene ${id} neither ends with an outcome nor offers two choices`] : unknown;
    }),
    ...marked.map((choice) => `the choice to ${String(choice.props.to)} holds a clause mark: a button holds words only`),
    ...ids.filter((id) => !reached.has(id)).map((id) => `no choice leads to scene ${id}`),
    ...(outcomes.includes("good") && (outcomes.includes("bad") || outcomes.includes("fair")) ? [] : ["a scenario can end well and otherwise"]),
  ];
}
