import { z } from "zod";
import { ClauseId, TopicKey } from "../standards/clause.ts";
import { figureUnits } from "../standards/figure.ts";

const QuestionId = z.string().regex(/^[a-z]+(-[a-z]+)*-\d{3}$/);
const OptionId = z.string().regex(/^([a-z]|[0-9a-f]{10})$/);

const shared = {
  id: QuestionId,
  /** `exam` items are kept for papers; `practice` items serve self-checks, so that exam items are not burnt. */
  use: z.enum(["exam", "practice"]),
  clauses: z.array(ClauseId).min(1),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** A critical question (must-know safety): one wrong fails the paper whatever the score. */
  critical: z.boolean().default(false),
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

const Single = z.strictObject({
  ...shared,
  type: z.literal("single"),
  topic: TopicKey.optional(),
  options: z.array(Option).min(3).max(6),
});
const Multiple = z.strictObject({ ...shared, type: z.literal("multiple"), options: z.array(Option).min(4).max(8) });
const TrueFalse = z.strictObject({ ...shared, type: z.literal("truefalse"), answer: z.boolean() });
/** `items` stand in the right order; the paper shuffles them. */
const Ordering = z.strictObject({
  ...shared,
  type: z.literal("ordering"),
  items: z.array(z.strictObject({ id: OptionId, text: z.string().min(1) })).min(3).max(8),
});
/** A number with a unit; with `topic` the key is the company's figure in force and `value` is left out. */
const Numeric = z.strictObject({
  ...shared,
  type: z.literal("numeric"),
  topic: TopicKey.optional(),
  value: z.number().optional(),
  unit: z.enum(figureUnits),
});

/** A question of the bank, its key included. Never leaves the server in this shape: see `questionForCandidate`. */
export const Question = z.discriminatedUnion("type", [Single, Multiple, TrueFalse, Ordering, Numeric]).superRefine((question, context) => {
  const say = (message: string) => context.addIssue({ code: "custom", message: `${question.id}: ${message}` });
  if (question.type === "single" || question.type === "multiple") {
    const ids = question.options.map((option) => option.id);
    if (new Set(ids).size !== ids.length) say("option ids are not distinct");
  }
  if (question.type === "single") {
    const keys = question.options.filter((option) => option.correct === true).length;
    if (question.topic === undefined && keys !== 1) say(`a single choice has one correct option, this has ${keys}`);
    if (question.topic !== undefined && (keys > 0 || question.options.some((option) => option.value === undefined)))
      say("a question bound to a topic gives every option a `value` and marks none as correct");
  }
  if (question.type === "multiple") {
    const keys = question.options.filter((option) => option.correct === true).length;
    if (keys < 2 || keys === question.options.length) say(`a multiple choice has at least two correct options and one wrong, this has ${keys} of ${question.options.length}`);
  }
  if (question.type === "numeric" && (question.topic === undefined) === (question.value === undefined))
    say("a numeric question has either a `value` or a `topic`");
  if (question.type === "ordering" && new Set(question.items.map((item) => item.id)).size !== question.items.length)
    say("item ids are not distinct");
});
export type Question = z.infer<typeof Question>;
export const questionTypes = ["single", "multiple", "truefalse", "ordering", "numeric"] as const;
export type QuestionType = (typeof questionTypes)[number];

/** One file of the bank: the questions of one module. */
export const QuestionFile = z.strictObject({ module: z.string(), questions: z.array(Question).min(1) });
