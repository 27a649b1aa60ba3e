import { useTranslation } from "react-i18next";
import type { LicenceTask } from "../body.ts";

/** What a licence allows: alone, and only beside a licensed colleague. */
export function TaskList({ tasks }: { tasks: readonly LicenceTask[] }) {
  const { t } = useTranslation();
  const groups = [
    { scope: "alone", title: t("可以独立做") },
    { scope: "supervised", title: t("须有持证人员带着做") },
  ] as const;
  return (
    <div className="flex flex-col gap-4">
      {groups.map(({ scope, title }) => {
        const some = tasks.filter((task) => task.scope === scope);
        if (some.length === 0) return null;
        return (
          <div key={scope}>
            <h3><span aria-hidden="true" className={scope === "alone" ? "text-ok" : "text-flame"}>{scope === "alone" ? "✓ " : "◐ "}</span>{title}</h3>
            <ul className="divide-y divide-line">
              {some.map((task) => <li key={task.id} className="py-2.5">{task.title}</li>)}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
