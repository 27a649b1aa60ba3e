import { ok, refused, type Result } from "#app/lib/result.ts";

/** States of a practical 实操考核. `signed` is final: corrections are new records. `void` is one begun by mistake or never to be ended; it proves nothing. */
export const practicalStates = ["open", "finished", "signed", "void"] as const;
export type PracticalState = (typeof practicalStates)[number];
export const practicalTransitions = {
  open: { finish: "finished", annul: "void" },
  finished: { reopen: "open", sign: "signed", annul: "void" },
  signed: {},
  void: {},
} as const satisfies Record<PracticalState, Partial<Record<string, PracticalState>>>;

export type PracticalMove = "finish" | "reopen" | "sign" | "annul";

/** The state a move leads to; refused as `wrong-state` where the table of states knows no such move. */
export function nextState(state: PracticalState, move: PracticalMove): Result<PracticalState, "wrong-state"> {
  const moves: Partial<Record<string, PracticalState>> = practicalTransitions[state];
  const next = moves[move];
  return next ? ok(next) : refused("wrong-state");
}

/** What an assessor says of a step: 做到、没做到、不适用、未观察. */
export const marks = ["done", "missed", "not-applicable", "not-observed"] as const;
export type Mark = (typeof marks)[number];

export const practicalOutcomes = ["passed", "failed"] as const;
export type PracticalOutcome = (typeof practicalOutcomes)[number];

export const signatureRoles = ["candidate", "assessor"] as const;
export type SignatureRole = (typeof signatureRoles)[number];
/** A candidate may refuse to sign and say why; the record is final all the same. */
export const signatureDecisions = ["signed", "refused"] as const;
