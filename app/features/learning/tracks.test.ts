import { expect, test } from "vitest";
import type { Track } from "./module.ts";
import { dueOn, modulesFor, tracksFor } from "./tracks.ts";

const track = (id: string, posts: Track["posts"], modules: string[]): Track => ({ id, title: id, summary: "简介简介", posts, modules: modules.map((module) => ({ id: module, kind: "core" })) });
const tracks = [track("technician", ["technician"], ["home-visit", "language"]), track("onboarding-all", [], ["rules", "language"]), track("counter", ["counter-clerk"], ["counter"])];

test("everybody's tracks come first, then those of the post", () => {
  expect(tracksFor("technician", tracks).map((one) => one.id)).toEqual(["onboarding-all", "technician"]);
  expect(tracksFor("sales", tracks).map((one) => one.id)).toEqual(["onboarding-all"]);
});

test("somebody without a post learns what everybody learns", () => {
  expect(modulesFor(null, tracks)).toEqual(["rules", "language"]);
});

test("a module of two tracks is learnt once, where it comes first", () => {
  expect(modulesFor("technician", tracks)).toEqual(["rules", "language", "home-visit"]);
});

test("a track is due so many days after joining, or after taking up the post, wherever it was held since", () => {
  const postings = [{ post: "technician", fromOn: "2026-11-01" }, { post: "technician", fromOn: "2026-10-01" }, { post: "sales", fromOn: "2026-06-01" }];
  expect(dueOn({ posts: [], dueDays: 14 }, postings)).toBe("2026-06-15");
  expect(dueOn({ posts: ["technician"], dueDays: 60 }, postings)).toBe("2026-11-30");
  expect(dueOn({ posts: ["technician"], dueDays: 60 }, postings.slice(0, 2))).toBe("2026-11-30");
  expect(dueOn({ posts: ["technician"] }, postings)).toBeNull();
  expect(dueOn({ posts: [], dueDays: 14 }, [])).toBeNull();
});
