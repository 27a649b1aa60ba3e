import { zodResolver } from "@hookform/resolvers/zod";
import { Form, useNavigation, useSubmit } from "@remix-run/react";
import { createContext, useContext, useId, type FormEvent, type ReactNode } from "react";
import { FormProvider, useForm, useFormContext, type FieldValues } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { FormRefusal } from "#app/lib/forms.ts";
import { useAlive } from "./alive.ts";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";
import { Notice } from "./page.tsx";

const Refusal = createContext<FormRefusal>({ errors: {}, values: {} });

/**
 * A form that works before and without JavaScript: the server's refusal and what was typed come back beside the fields.
 * Once hydrated, the same zod schema checks in the browser before anything is sent.
 */
export function SmartForm({
  schema, refusal, defaults = {}, action, encType, submitLabel, submitTone = "primary", intent, children,
}: {
  schema: z.ZodType<FieldValues, FieldValues>;
  /** What the action answered, if it refused. */
  refusal?: ({ ok: false } & FormRefusal) | { ok: true } | null | undefined;
  defaults?: Record<string, string | string[]>;
  action?: string;
  encType?: "multipart/form-data";
  submitLabel: ReactNode;
  submitTone?: "primary" | "quiet" | "danger";
  /** Sent as `intent`, where a page has several forms. */
  intent?: string;
  children: ReactNode;
}) {
  const refused: FormRefusal = refusal && !refusal.ok ? refusal : { errors: {}, values: {} };
  const form = useForm<FieldValues>({ resolver: zodResolver(schema), defaultValues: { ...defaults, ...refused.values } });
  const { t } = useTranslation();
  const submit = useSubmit();
  const navigation = useNavigation();
  const busy = navigation.state !== "idle" && navigation.formMethod === "POST";
  // Until the page is alive the browser's own checks are all there is; afterwards ours are better.
  const alive = useAlive();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const { nativeEvent } = event;
    const submitter = nativeEvent instanceof SubmitEvent && nativeEvent.submitter instanceof HTMLElement ? nativeEvent.submitter : element;
    await form.handleSubmit(() => {
      submit(submitter instanceof HTMLButtonElement ? submitter : element, { method: "post" });
      // What was sent is the new starting point: the server's refusal of a field stands until the field is changed again.
      form.reset(form.getValues(), { keepValues: true });
    })();
  }

  return (
    <FormProvider {...form}>
      <Refusal.Provider value={refused}>
        <Form method="post" action={action} encType={encType} noValidate={alive} onSubmit={send} className="flex flex-col gap-4">
          {intent ? <input type="hidden" name="intent" value={intent} /> : null}
          {refused.errors.form ? <Notice tone="bad" title={t(refused.errors.form)} /> : null}
          {children}
          <Button tone={submitTone} disabled={busy} aria-busy={busy}>
            {submitLabel}
          </Button>
        </Form>
      </Refusal.Provider>
    </FormProvider>
  );
}

function useField(name: string) {
  const id = useId();
  const { register, formState } = useFormContext();
  const refused = useContext(Refusal);
  const own = formState.errors[name]?.message;
  const error = typeof own === "string" ? own : formState.isSubmitting || formState.dirtyFields[name] ? undefined : refused.errors[name];
  return { id, register: register(name), error, refusedValue: refused.values[name] };
}

/** What was wrong with a field, in the reader's language: the schema's sentence is the key. */
function FieldError({ id, error }: { id: string; error: string | undefined }) {
  const { t } = useTranslation();
  return error ? <p id={`${id}-error`} role="alert" className="text-sm font-semibold text-bad"><span aria-hidden="true">✕ </span>{t(error)}</p> : null;
}

function FieldFrame({ id, label, hint, error, children }: { id: string; label: ReactNode; hint?: ReactNode; error?: string | undefined; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">{label}</label>
      {hint ? <p id={`${id}-hint`} className="text-sm text-soft">{hint}</p> : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

const control = (error: string | undefined) =>
  classes("min-h-12 w-full rounded-control border bg-paper px-3.5 py-2.5 text-base", error ? "border-bad" : "border-line-strong");
const described = (id: string, hint: ReactNode, error: string | undefined) =>
  [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;

type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; defaultValue?: string };
const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export function TextField({
  name, label, hint, defaultValue, type = "text", ...rest
}: FieldProps & {
  type?: "text" | "password" | "date" | "datetime-local" | "number" | "search" | "tel";
  autoComplete?: string; inputMode?: "numeric" | "text" | "decimal"; autoFocus?: boolean; placeholder?: string; required?: boolean; min?: string; max?: string;
}) {
  const { id, register, error, refusedValue } = useField(name);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input id={id} type={type} className={control(error)} aria-invalid={error ? true : undefined} aria-describedby={described(id, hint, error)} defaultValue={single(refusedValue) ?? defaultValue} {...rest} {...register} />
    </FieldFrame>
  );
}

export function TextAreaField({ name, label, hint, defaultValue, rows = 3 }: FieldProps & { rows?: number }) {
  const { id, register, error, refusedValue } = useField(name);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea id={id} rows={rows} className={control(error)} aria-invalid={error ? true : undefined} aria-describedby={described(id, hint, error)} defaultValue={single(refusedValue) ?? defaultValue} {...register} />
    </FieldFrame>
  );
}

export type Choice = { value: string; label: string };

export function SelectField({ name, label, hint, defaultValue, choices, placeholder }: FieldProps & { choices: readonly Choice[]; placeholder?: string }) {
  const { id, register, error, refusedValue } = useField(name);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select id={id} className={control(error)} aria-invalid={error ? true : undefined} aria-describedby={described(id, hint, error)} defaultValue={single(refusedValue) ?? defaultValue ?? ""} {...register}>
        {placeholder ? <option value="">{placeholder}</option> : null}
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
      </select>
    </FieldFrame>
  );
}

/** Boxes to tick, any number of them; read with `manyOf`. */
export function CheckListField({ name, label, hint, choices, ticked = [] }: { name: string; label: ReactNode; hint?: ReactNode; choices: readonly Choice[]; ticked?: readonly string[] }) {
  const { id, register, error, refusedValue } = useField(name);
  const on = refusedValue === undefined ? ticked : [refusedValue].flat();
  return (
    <fieldset aria-describedby={described(id, hint, error)} className="flex flex-col gap-1">
      <legend className="text-sm font-semibold">{label}</legend>
      {hint ? <p id={`${id}-hint`} className="text-sm text-soft">{hint}</p> : null}
      <div className="grid gap-x-4 sm:grid-cols-2">
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-12 items-center gap-3">
            <input type="checkbox" value={choice.value} defaultChecked={on.includes(choice.value)} className="size-5 accent-flame" {...register} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
