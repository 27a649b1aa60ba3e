import { addDays, type Day } from "#app/lib/clock.ts";
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

/** Where somebody has worked, newest first. */
export type Posting = { post: string; fromOn: Day };

/**
 * The day by which a track should be learnt; null when it names none or the person has no post. Everybody's track counts from the day of joining, a
 * post's from the day the person took it up, wherever they have held it since without a break: moving to another unit in the same post starts nothing anew.
 */
export function dueOn(track: Pick<Track, "posts" | "dueDays">, postings: readonly Posting[]): Day | null {
  const newest = postings[0];
  if (track.dueDays === undefined || !newest) return null;
  const other = postings.findIndex((posting) => posting.post !== newest.post);
  const since = track.posts.length === 0 ? postings.at(-1) : postings[(other === -1 ? postings.length : other) - 1];
  return since ? addDays(since.fromOn, track.dueDays) : null;
}
