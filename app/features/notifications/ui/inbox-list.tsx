import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Chip, Empty } from "#app/ui/page.tsx";
import type { NotificationData } from "../kinds.ts";
import { messageLink, messageWords } from "../words.ts";

export type MessageRow = { id: string; data: NotificationData; subject: string; unitId: string | null; unitName: string | null; createdAt: number; read: boolean };

/** Messages, newest first; what is unread is marked and can be put away. */
export function InboxList({ messages }: { messages: readonly MessageRow[] }) {
  const { t } = useTranslation();
  const words = ({ data, unitId }: MessageRow) => messageWords((sentence, values = {}) => t(sentence, values), data, unitId === null);
  if (messages.length === 0) return <Empty title={t("还没有消息")}>{t("考试安排、成绩、证件和服务期的消息会出现在这里。")}</Empty>;
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-paper">
      {messages.map((message) => (
        <li key={message.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
          <div className="min-w-0 grow basis-60">
            <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
              {message.read ? null : <Chip tone="on">{t("未读")}</Chip>}
              <span>{formatMoment(message.createdAt)}</span>
              {message.unitName ? <span>{message.unitName}</span> : null}
            </p>
            <Link to={messageLink(message.data, message)} className={`block min-h-9 py-1 text-ink underline decoration-line-strong underline-offset-3 hover:text-flame ${message.read ? "" : "font-semibold"}`}>
              {words(message)}
            </Link>
          </div>
          {message.read ? null : (
            <Form method="post">
              <input type="hidden" name="messageId" value={message.id} />
              <Button tone="quiet" aria-label={t("标为已读：{{words}}", { words: words(message) })}>{t("标为已读")}</Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
