import { expect, test } from "vitest";
import type { MarkEvent } from "../marks.ts";
import { marksIn, openTablet, type Answer } from "./tablet.ts";

/** A tablet whose network and clock the test holds in its hand. */
function desk(options: { stored?: MarkEvent[]; left?: MarkEvent[] } = {}) {
  let kept = options.left ?? [];
  const sent: MarkEvent[][] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const timers: { after: number; fn: () => void }[] = [];
  const server: MarkEvent[] = [...(options.stored ?? [])];
  const tablet = openTablet({
    stored: options.stored ?? [],
    kept: { read: () => kept, write: (waiting) => void (kept = [...waiting]) },
    send: (marks) => {
      sent.push([...marks]);
      return new Promise((resolve) => answers.push(resolve));
    },
    later: (after, fn) => {
      const timer = { after, fn };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    tablet,
    sent,
    timers,
    kept: () => kept,
    answer: async (answer?: Answer) => {
      if (!answer) server.push(...(sent.at(-1) ?? []));
      answers.shift()?.(answer ?? { kind: "stored", marks: [...server], conflicts: [] });
      await settle();
    },
  };
}

test("a mark is shown and kept at once, sent, and let go only when the server has it", async () => {
  const { tablet, sent, kept, answer } = desk();
  tablet.mark("s01", "done", "  ");
  expect(tablet.read()).toMatchObject({ waiting: [{ step: "s01", seq: 1, mark: "done", note: null }], line: "sending" });
  expect(kept()).toHaveLength(1);
  expect(sent).toHaveLength(1);
  await answer();
  expect(tablet.read()).toMatchObject({ stored: [{ step: "s01" }], waiting: [], line: "idle" });
  expect(kept()).toEqual([]);
});

test("marks made while others are on their way go with the next batch", async () => {
  const { tablet, sent, answer } = desk();
  tablet.mark("s01", "done", null);
  tablet.mark("s02", "missed", "没打电话");
  tablet.mark("s01", "missed", null);
  expect(sent).toHaveLength(1);
  await answer();
  expect(sent[1]).toEqual([{ step: "s02", seq: 1, mark: "missed", note: "没打电话" }, { step: "s01", seq: 2, mark: "missed", note: null }]);
  await answer();
  expect(tablet.read().waiting).toEqual([]);
});

test("without a network nothing is dropped, and it is tried again ever more slowly until it arrives", async () => {
  const { tablet, timers, kept, answer } = desk();
  tablet.mark("s01", "done", null);
  const pauses: number[] = [];
  for (let round = 0; round < 6; round++) {
    await answer({ kind: "unreachable" });
    expect(tablet.read()).toMatchObject({ line: "unreachable", waiting: [{ step: "s01" }] });
    pauses.push(timers[0]?.after ?? 0);
    timers[0]?.fn();
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(kept()).toHaveLength(1);
  await answer();
  expect(tablet.read()).toMatchObject({ waiting: [], line: "idle" });
});

test("what an earlier visit left is sent after a reload, except what the server has by now", async () => {
  const first: MarkEvent = { step: "s01", seq: 1, mark: "done", note: null };
  const second: MarkEvent = { step: "s02", seq: 1, mark: "missed", note: null };
  const { tablet, sent, answer } = desk({ stored: [first], left: [first, second] });
  tablet.wake();
  expect(sent).toEqual([[second]]);
  await answer();
  expect(tablet.read().waiting).toEqual([]);
});

test("a session that is over and a refusal keep the marks and say why, without trying for ever", async () => {
  const { tablet, timers, answer } = desk();
  tablet.mark("s01", "done", null);
  await answer({ kind: "signed-out" });
  expect(tablet.read()).toMatchObject({ line: "signed-out", waiting: [{ step: "s01" }] });
  void tablet.flush();
  await answer({ kind: "refused", refusal: "这场考核刚刚变了状态，请看过最新情况再操作" });
  expect(tablet.read()).toMatchObject({ line: "refused", refusal: "这场考核刚刚变了状态，请看过最新情况再操作", waiting: [{ step: "s01" }] });
  expect(timers).toEqual([]);
});

test("a step another device marked differently shows the server's mark and is named until it is marked again", async () => {
  const theirs: MarkEvent = { step: "s01", seq: 1, mark: "missed", note: null };
  const { tablet, answer } = desk();
  tablet.mark("s01", "done", null);
  await answer({ kind: "stored", marks: [theirs], conflicts: ["s01"] });
  expect(tablet.read()).toMatchObject({ stored: [theirs], waiting: [], conflicts: ["s01"] });
  tablet.mark("s01", "done", null);
  expect(tablet.read()).toMatchObject({ waiting: [{ seq: 2, mark: "done" }], conflicts: [] });
});

test("the same tap again is no new mark", () => {
  const { tablet } = desk({ stored: [{ step: "s01", seq: 3, mark: "done", note: null }] });
  tablet.mark("s01", "done", null);
  expect(tablet.read().waiting).toEqual([]);
});

test("what is no mark is left out when marks are read back", () => {
  expect(marksIn([{ step: "s01", seq: 1, mark: "done" }, { step: "s01", seq: 1, mark: "toString" }, null, "s01", { step: 1, seq: 1, mark: "done" }])).toEqual([{ step: "s01", seq: 1, mark: "done", note: null }]);
  expect(marksIn({})).toEqual([]);
});
