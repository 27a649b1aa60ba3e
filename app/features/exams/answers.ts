import type { Response } from "#app/features/questions/response.ts";

/** One answer event: what was answered in a slot, the `seq`-th time it was answered. */
export type Answer = { slot: number; seq: number; response: Response };

/** The answers that count: of every slot the event with the highest sequence, slots ascending. Order and repetition of the events make no difference. */
export function finalAnswers(events: Iterable<Answer>): Answer[] {
  const last = new Map<number, Answer>();
  for (const event of events) {
    if (event.seq > (last.get(event.slot)?.seq ?? 0)) last.set(event.slot, event);
  }
  return [...last.values()].sort((a, b) => a.slot - b.slot);
}
