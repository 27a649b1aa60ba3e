import { Form } from "@remix-run/react";
import { useId, type ReactNode } from "react";
import { Button } from "./button.tsx";
import type { Choice } from "./form.tsx";

const control = "min-h-10 w-full rounded-control border border-line-strong bg-paper px-3 text-sm";

/** What narrows a list, sent as the address's query: it works without JavaScript and can be kept as a bookmark. */
export function Filter({ label, submitLabel, children }: { label: string; submitLabel: string; children: ReactNode }) {
  return (
    <Form method="get" role="search" aria-label={label} className="no-print flex flex-wrap items-end gap-3">
      {children}
      <Button tone="quiet" size="small" className="min-h-10">{submitLabel}</Button>
    </Form>
  );
}

export function FilterText({ name, label, value, type = "search" }: { name: string; label: string; value: string; type?: "search" | "date" }) {
  const id = useId();
  return (
    <div className="min-w-0 grow basis-36 sm:max-w-56">
      <label htmlFor={id} className="text-sm text-soft">{label}</label>
      <input key={value} id={id} name={name} type={type} defaultValue={value} className={control} />
    </div>
  );
}

export function FilterSelect({ name, label, value, choices }: { name: string; label: string; value: string; choices: readonly Choice[] }) {
  const id = useId();
  return (
    <div className="min-w-0 grow basis-36 sm:max-w-64">
      <label htmlFor={id} className="text-sm text-soft">{label}</label>
      <select key={value} id={id} name={name} defaultValue={value} className={control}>
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
      </select>
    </div>
  );
}
