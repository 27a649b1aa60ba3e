import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAlive } from "#app/ui/alive.ts";
import { classes } from "#app/ui/classes.ts";
import { isByPart } from "../answered.ts";
import { questionTypeNames, type CandidateQuestion } from "../candidate.ts";
import { numberText, readNumber, readWords } from "../form-response.ts";
import type { PlainResponse, Response } from "../response.ts";

export type QuestionFieldProps = {
  question: CandidateQuestion;
  /** Form field name; see `responseFromForm`. */
  name: string;
  value: Response;
  /** With it the field reports every change; without it the form alone carries the answer. */
  onChange?: (response: Response) => void;
  disabled?: boolean;
  /** What was typed into a form that was refused, by field name: shown again instead of `value`. */
  typed?: Record<string, string | string[]> | undefined;
  /** Id of the element that holds the stem. */
  labelledBy: string;
};

const option = (chosen: boolean) =>
  classes(
    "flex min-h-[52px] cursor-pointer items-start gap-3.5 rounded-control border-[1.5px] bg-paper px-4 py-3 text-[17px]",
    "has-[:checked]:border-flame has-[:checked]:bg-flame-tint has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-flame",
    chosen ? "border-flame" : "border-line-strong",
  );

type Asked = Omit<CandidateQuestion, "parts">;
type FieldProps = Omit<QuestionFieldProps, "question" | "value" | "onChange"> & { question: Asked; value: PlainResponse; onChange?: ((response: PlainResponse) => void) | undefined };

/** The answer part of one question, of whatever type; works as a plain form and by keyboard. */
export function QuestionField({ question, value, ...rest }: QuestionFieldProps) {
  if (question.type === "case") return <CaseAnswer key={question.id} question={question} value={value} {...rest} />;
  return <PlainAnswer question={question} value={isByPart(value) ? null : value} {...rest} />;
}

function PlainAnswer(props: FieldProps) {
  const { question } = props;
  if (question.type === "numeric") return <NumberAnswer {...props} />;
  if (question.type === "short") return <WordsAnswer {...props} />;
  if (question.type === "matching") return <MatchAnswer {...props} />;
  if (question.type === "ordering") return <OrderAnswer key={question.id} {...props} />;
  return <ChoiceAnswer {...props} />;
}

/** The parts of a case, one under the other; its answer is told whole each time one of them changes. */
function CaseAnswer({ question, name, value, onChange, labelledBy, ...rest }: QuestionFieldProps) {
  const { t } = useTranslation();
  const given = isByPart(value) ? value : {};
  const change = (changed: string, response: PlainResponse) => {
    // Always in the order of the parts, so that the same answer reads the same wherever it is kept.
    const next = question.parts.flatMap(({ id }) => {
      const one = id === changed ? response : (given[id] ?? null);
      return one === null ? [] : [[id, one] as const];
    });
    onChange?.(next.length === 0 ? null : Object.fromEntries(next));
  };
  return (
    <div role="group" aria-labelledby={labelledBy} className="flex flex-col gap-6">
      {question.parts.map((part, index) => (
        <div key={part.id} className="border-t border-line pt-4">
          <p className="text-sm text-soft">{t("第 {{n}} 问 / {{of}}", { n: index + 1, of: question.parts.length })} · {t(questionTypeNames[part.type])}</p>
          <h3 id={`${labelledBy}-${part.id}`} lang="zh-CN" className="mb-3 text-[1.0625rem] leading-relaxed font-semibold">{part.stem}</h3>
          <PlainAnswer question={part} name={`${name}.${part.id}`} value={given[part.id] ?? null} labelledBy={`${labelledBy}-${part.id}`} {...rest} onChange={onChange ? (response) => change(part.id, response) : undefined} />
        </div>
      ))}
    </div>
  );
}

function ChoiceAnswer({ question, name, value, onChange, disabled, labelledBy }: FieldProps) {
  const { t } = useTranslation();
  const many = question.type === "multiple";
  const options = question.type === "truefalse" ? [{ id: "true", text: t("对") }, { id: "false", text: t("错") }] : question.options;
  const chosen = Array.isArray(value) ? value : value === null ? [] : [String(value)];
  const pick = (id: string, on: boolean) => {
    if (many) {
      const next = options.map((one) => one.id).filter((one) => (one === id ? on : chosen.includes(one)));
      onChange?.(next.length === 0 ? null : next);
    } else if (on) onChange?.(question.type === "truefalse" ? id === "true" : id);
  };
  return (
    <div role={many ? "group" : "radiogroup"} aria-labelledby={labelledBy} className="flex flex-col gap-2.5">
      {options.map((one, index) => (
        <label key={one.id} className={option(chosen.includes(one.id))}>
          <input
            type={many ? "checkbox" : "radio"}
            name={name}
            value={one.id}
            disabled={disabled}
            className="mt-1 size-5 shrink-0 accent-flame"
            {...(onChange ? { checked: chosen.includes(one.id) } : { defaultChecked: chosen.includes(one.id) })}
            onChange={(event) => pick(one.id, event.currentTarget.checked)}
          />
          {question.type === "truefalse" ? null : <span className="w-5 shrink-0 font-bold text-soft" aria-hidden="true">{String.fromCharCode(65 + index)}</span>}
          <span lang={question.type === "truefalse" ? undefined : "zh-CN"}>{one.text}</span>
        </label>
      ))}
      {many ? <p className="text-sm text-soft">{t("可选多项")}</p> : null}
    </div>
  );
}

function NumberAnswer({ question, name, value, onChange, disabled, labelledBy, typed }: FieldProps) {
  const { t } = useTranslation();
  const hint = useId();
  const before = typed?.[name];
  const [text, setText] = useState(typeof before === "string" ? before : typeof value === "number" ? String(value) : "");
  const shown = onChange && before === undefined ? numberText(text, value) : text;
  const unread = shown.trim() !== "" && readNumber(shown) === null;
  return (
    <div className="flex flex-col gap-2">
      <label className="flex items-center gap-3 text-[17px]">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          name={name}
          disabled={disabled}
          aria-labelledby={labelledBy}
          value={shown}
          onChange={(event) => {
            setText(event.currentTarget.value);
            onChange?.(readNumber(event.currentTarget.value));
          }}
          aria-invalid={unread}
          aria-describedby={unread ? hint : undefined}
          className="min-h-[52px] w-40 rounded-control border-[1.5px] border-line-strong bg-paper px-4 text-xl font-semibold"
        />
        <span>{question.unit}</span>
      </label>
      {unread ? <p id={hint} role="alert" className="text-warn"><span aria-hidden="true">▲ </span>{t("请只填数字，例如 20 或 1.5")}</p> : null}
    </div>
  );
}

function WordsAnswer({ name, value, onChange, disabled, labelledBy, typed }: FieldProps) {
  const before = typed?.[name];
  const [text, setText] = useState(typeof before === "string" ? before : typeof value === "string" ? value : "");
  const given = typeof value === "string" ? value : "";
  // While the device's answer is what was typed, spaces at its ends may stay as they are being typed.
  const shown = onChange && before === undefined ? ((readWords(text) ?? "") === given ? text : given) : text;
  return (
    <input
      type="text"
      autoComplete="off"
      maxLength={60}
      name={name}
      disabled={disabled}
      aria-labelledby={labelledBy}
      value={shown}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange?.(readWords(event.currentTarget.value));
      }}
      className="min-h-[52px] w-full max-w-md rounded-control border-[1.5px] border-line-strong bg-paper px-4 text-[17px]"
    />
  );
}

/** Each left with a list of the rights: a native list works by touch, by keyboard and before JavaScript. */
function MatchAnswer({ question, name, value, onChange, disabled, labelledBy, typed }: FieldProps) {
  const { t } = useTranslation();
  const given = Array.isArray(value) && value.length === question.lefts.length ? value : question.lefts.map(() => "");
  const pick = (index: number, right: string) => {
    const next = given.map((one, at) => (at === index ? right : one));
    onChange?.(next.every((one) => one === "") ? null : next);
  };
  return (
    <div role="group" aria-labelledby={labelledBy} className="flex flex-col gap-2.5">
      {question.lefts.map((left, index) => (
        <label key={left} className="flex flex-col gap-1.5 rounded-control border-[1.5px] border-line-strong bg-paper px-4 py-2.5 text-[17px]">
          <span lang="zh-CN" className="font-semibold">{left}</span>
          <select
            name={`${name}.${index}`}
            disabled={disabled}
            lang="zh-CN"
            {...(onChange ? { value: given[index] ?? "", onChange: (event) => pick(index, event.currentTarget.value) } : { defaultValue: String(typed?.[`${name}.${index}`] ?? given[index] ?? "") })}
            className="min-h-12 w-full rounded-control border border-line-strong bg-paper px-2"
          >
            <option value="">{t("请选择")}</option>
            {question.options.map((one) => <option key={one.id} value={one.id}>{one.text}</option>)}
          </select>
        </label>
      ))}
    </div>
  );
}

function OrderAnswer({ question, name, value, onChange, disabled, labelledBy, typed }: FieldProps) {
  const { t } = useTranslation();
  const alive = useAlive();
  const given = Array.isArray(value) && value.length === question.options.length ? value : null;
  const order = given ?? question.options.map((one) => one.id);
  const [local, setLocal] = useState(order);
  const shown = onChange ? order : local;
  const put = (next: string[]) => {
    setLocal(next);
    onChange?.(next);
  };
  const move = (index: number, by: number) => {
    const next = [...shown];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(index + by, 0, moved);
    put(next);
  };
  const textOf = (id: string) => question.options.find((one) => one.id === id)?.text ?? "";
  if (!alive) {
    // Before JavaScript each item takes its place from a list.
    return (
      <div role="group" aria-labelledby={labelledBy} className="flex flex-col gap-2.5">
        {question.options.map((one) => (
          <label key={one.id} className="flex items-center gap-3 rounded-control border-[1.5px] border-line-strong bg-paper px-4 py-2 text-[17px]">
            <select name={`${name}.${one.id}`} disabled={disabled} defaultValue={typed?.[`${name}.${one.id}`] ?? (given ? given.indexOf(one.id) + 1 : "")} className="min-h-11 rounded-control border border-line-strong bg-paper px-2">
              <option value="">{t("第几步")}</option>
              {question.options.map((_, place) => <option key={place} value={place + 1}>{place + 1}</option>)}
            </select>
            <span lang={question.type === "truefalse" ? undefined : "zh-CN"}>{one.text}</span>
          </label>
        ))}
      </div>
    );
  }
  return (
    <div role="group" aria-labelledby={labelledBy}>
      {given === null ? <p className="mb-2 text-sm text-soft">{t("用箭头排出先后；顺序本来就对，也请按一下“就是这个顺序”。")}</p> : null}
      <ol className="flex flex-col gap-2.5">
        {shown.map((id, index) => (
          <li key={id} className="flex items-center gap-3 rounded-control border-[1.5px] border-line-strong bg-paper py-1.5 pr-1.5 pl-4 text-[17px]">
            <span className="w-5 shrink-0 font-bold text-soft">{index + 1}</span>
            <span lang="zh-CN" className="min-w-0 grow">{textOf(id)}</span>
            <input type="hidden" name={`${name}.${id}`} value={given || !onChange ? index + 1 : ""} />
            <span className="flex shrink-0">
              <MoveButton label={t("上移：{{item}}", { item: textOf(id) })} sign="↑" disabled={disabled || index === 0} onClick={() => move(index, -1)} />
              <MoveButton label={t("下移：{{item}}", { item: textOf(id) })} sign="↓" disabled={disabled || index === shown.length - 1} onClick={() => move(index, 1)} />
            </span>
          </li>
        ))}
      </ol>
      {onChange && given === null ? (
        <button type="button" disabled={disabled} onClick={() => put([...shown])} className="mt-2.5 min-h-12 rounded-control border border-line-strong bg-paper px-4 font-semibold text-flame">
          {t("就是这个顺序")}
        </button>
      ) : null}
    </div>
  );
}

function MoveButton({ label, sign, disabled, onClick }: { label: string; sign: string; disabled: boolean; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} disabled={disabled} onClick={onClick} className="grid size-12 place-items-center rounded-control text-xl font-bold text-flame disabled:text-line-strong">
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
