import type { Track } from "./module.ts";

/** The tracks 岗位课程 of a post: first those for everybody, then the post's own; each in the order given. Without a post those for everybody. */
export function tracksFor(post: string | null, tracks: readonly Track[]): Track[] {
  const own = tracks.filter((track) => track.posts.some((one) => one === post));
  return [...tracks.filter((track) => track.posts.length === 0), ...own];
}

/** The ids of the modules a post has to learn: the core ones of its tracks in their order, each once. */
export function modulesFor(post: string | null, tracks: readonly Track[]): string[] {
  return [...new Set(tracksFor(post, tracks).flatMap(coreOf))];
}

/** The ids of the modules of a track that are learnt whole and examined. */
export function coreOf(track: Track): string[] {
  return track.modules.filter((module) => module.kind === "core").map((module) => module.id);
}
