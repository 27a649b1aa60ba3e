import { z } from "zod";
import { ClauseId, TopicKey } from "../standards/clause.ts";
import { figureUnits } from "../standards/figure.ts";

const QuestionId = z.string().regex(/^[a-z]+(-[a-z]+)*-\d{3}$/);
const OptionId = z.string().regex(/^([a-z]|[0-9a-f]{10})$/);

/** What every thing asked has, alone or as a part of a case. */
const asked = {
  clauses: z.array(ClauseId).min(1),
  stem: z.string().min(6),
  explanation: z.string().min(8),
};

/** A choice with its key; with `value` instead of `correct` the key is the option that equals the company's figure in force. */
const Option = z.strictObject({
  id: OptionId,
  text: z.string().min(1),
  correct: z.boolean().optional(),
  value: z.number().optional(),
});

const single = { type: z.literal("single"), topic: TopicKey.optional(), options: z.array(Option).min(3).max(6) };
const multiple = { type: z.literal("multiple"), options: z.array(Option).min(4).max(8) };
const truefalse = { type: z.literal("truefalse"), answer: z.boolean() };
/** A number with a unit; with `topic` the key is the company's figure in force and `value` is left out. */
const numeric = { type: z.literal("numeric"), topic: TopicKey.optional(), value: z.number().optional(), unit: z.enum(figureUnits) };
/** A few words; every way to write them that counts is in `accepted`, the one shown as the key first. Spaces, punctuation and letter case do not count. */
const short = { type: z.literal("short"), accepted: z.array(z.string().min(1).max(30)).min(1) };

/** One thing asked within a case. Parts are a, b, c … in the order in which they are asked. */
const part = { id: z.string().regex(/^[a-f]$/), ...asked };
const Part = z.discriminatedUnion("type", [
  z.strictObject({ ...part, ...single }),
  z.strictObject({ ...part, ...multiple }),
  z.strictObject({ ...part, ...truefalse }),
  z.strictObject({ ...part, ...numeric }),
  z.strictObject({ ...part, ...short }),
]);
export type Part = z.infer<typeof Part>;

const shared = {
  id: QuestionId,
  /** `exam` items are kept for papers; `practice` items serve self-checks, so that exam items are not burnt. */
  use: z.enum(["exam", "practice"]),
  ...asked,
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** A critical question (must-know safety): one wrong fails the paper whatever the score. */
  critical: z.boolean().default(false),
};

const Single = z.strictObject({ ...shared, ...single });
const Multiple = z.strictObject({ ...shared, ...multiple });
const TrueFalse = z.strictObject({ ...shared, ...truefalse });
const Numeric = z.strictObject({ ...shared, ...numeric });
const Short = z.strictObject({ ...shared, ...short });
/** `items` stand in the right order; the paper shuffles them. */
const Ordering = z.strictObject({
  ...shared,
  type: z.literal("ordering"),
  items: z.array(z.strictObject({ id: OptionId, text: z.string().min(1) })).min(3).max(8),
});
/** Every `left` has its `right`; `extra` are rights that belong to none. The paper shuffles the rights. */
const Matching = z.strictObject({
  ...shared,
  type: z.literal("matching"),
  pairs: z.array(z.strictObject({ id: OptionId, left: z.string().min(1), right: z.string().min(1) })).min(3).max(6),
  extra: z.array(z.strictObject({ id: OptionId, text: z.string().min(1) })).max(3).default([]),
});
/** 案例: `stem` tells what happened, the parts ask about it. One question of a paper; each part earns its share of the points. */
const Case = z.strictObject({ ...shared, type: z.literal("case"), parts: z.array(Part).min(2).max(6) });

/** A question of the bank, its key included. Never leaves the server in this shape: see `forCandidate`. */
export const Question = z
  .discriminatedUnion("type", [Single, Multiple, TrueFalse, Ordering, Numeric, Matching, Short, Case])
  .superRefine((question, context) => {
    for (const message of wrongWith(question)) context.addIssue({ code: "custom", message: `${question.id}: ${message}` });
  });
export type Question = z.infer<typeof Question>;
export const questionTypes = ["single", "multiple", "truefalse", "ordering", "numeric", "matching", "short", "case"] as const;
export type QuestionType = (typeof questionTypes)[number];

/** One file of the bank: the questions of one module. */
export const QuestionFile = z.strictObject({ module: z.string(), questions: z.array(Question).min(1) });

/** What is asked by itself: the question, or each part of a case. */
export function askedIn(question: Question): readonly (Exclude<Question, { type: "case" }> | Part)[] {
  return question.type === "case" ? question.parts : [question];
}

/** The topics questions take their keys from, those of the parts of a case included. */
export function topicsOf(questions: Iterable<Question>): Set<string> {
  return new Set([...questions].flatMap(askedIn).flatMap((asked) => ("topic" in asked && asked.topic !== undefined ? [asked.topic] : [])));
}

function wrongWith(question: Question): string[] {
  if (question.type !== "case") return wrongWithOne(question);
  const { parts, clauses } = question;
  const said = new Set(parts.flatMap((one) => one.clauses));
  return [
    ...parts.flatMap((one) => wrongWithOne(one).map((message) => `part ${one.id}: ${message}`)),
    ...(parts.every((one, index) => one.id === "abcdef"[index]) ? [] : ["the parts of a case are called a, b, c …"]),
    ...(said.size === new Set(clauses).size && clauses.every((clause) => said.has(clause)) ? [] : ["the clauses of a case are those of its parts"]),
  ];
}

function wrongWithOne(one: Exclude<Question, { type: "case" }> | Part): string[] {
  switch (one.type) {
    case "single": {
      const keys = one.options.filter((option) => option.correct === true).length;
      if (one.topic === undefined) return [...twice(one.options), ...(keys === 1 ? [] : [`a single choice has one correct option, this has ${keys}`])];
      const bound = keys === 0 && one.options.every((option) => option.value !== undefined);
      return [...twice(one.options), ...(bound ? [] : ["a question bound to a topic gives every option a `value` and marks none as correct"])];
    }
    case "multiple": {
      const keys = one.options.filter((option) => option.correct === true).length;
      const fits = keys >= 2 && keys < one.options.length;
      return [...twice(one.options), ...(fits ? [] : [`a multiple choice has at least two correct options and one wrong, this has ${keys} of ${one.options.length}`])];
    }
    case "numeric":
      return (one.topic === undefined) === (one.value === undefined) ? ["a numeric question has either a `value` or a `topic`"] : [];
    case "ordering":
      return twice(one.items);
    case "matching": {
      const rights = [...one.pairs.map((pair) => pair.right), ...one.extra.map((extra) => extra.text)];
      const alike = new Set(rights).size !== rights.length || new Set(one.pairs.map((pair) => pair.left)).size !== one.pairs.length;
      return [...twice([...one.pairs, ...one.extra]), ...(alike ? ["two lines of one side say the same"] : [])];
    }
    case "truefalse":
    case "short":
      return [];
  }
}

function twice(list: readonly { id: string }[]): string[] {
  return new Set(list.map((one) => one.id)).size === list.length ? [] : ["two options have the same id"];
}
