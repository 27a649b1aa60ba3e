import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "#app/lib/format.ts";
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
        <li key={message.id} className="px-4 py-1">
          <div className="flex min-h-12 flex-wrap items-center gap-x-3 text-sm text-soft">
            {message.read ? null : <Chip tone="on">{t("未读")}</Chip>}
            <span>{formatMoment(message.createdAt)}</span>
            {message.read ? null : (
              <Form method="post" className="ml-auto">
                <input type="hidden" name="messageId" value={message.id} />
                <button className="min-h-12 px-2 font-semibold text-flame" aria-label={t("标为已读：{{words}}", { words: words(message) })}>{t("标为已读")}</button>
              </Form>
            )}
          </div>
          <Link to={messageLink(message.data, message)} className={`-mt-1 block min-h-12 pb-3 text-ink underline decoration-line-strong underline-offset-3 hover:text-flame ${message.read ? "" : "font-semibold"}`}>
            {words(message)}
            {message.unitName ? <span className="ml-2 inline-block text-sm font-normal text-soft">{message.unitName}</span> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
