import { expect, test } from "vitest";
import type { Track } from "./module.ts";
import { modulesFor, tracksFor } from "./tracks.ts";

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
