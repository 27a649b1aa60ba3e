import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { withoutZeroBytes } from "./lib/html-stream.server.ts";
import { createI18n, languageOf } from "./lib/i18n.ts";
import { NonceProvider } from "./lib/nonce.tsx";
import english from "./locales/en.json" with { type: "json" };

const patience = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answered = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={context.nonce}>
        <I18nextProvider i18n={createI18n(languageOf(request.headers.get("cookie")), english)}>
          <RemixServer context={remixContext} url={request.url} abortDelay={patience} nonce={context.nonce} />
        </I18nextProvider>
      </NonceProvider>,
      {
        nonce: context.nonce,
        [isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady"]() {
          answered = true;
          const body = withoutZeroBytes();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          // Before the shell is out the error rejects above and is logged by handleError.
          if (answered) context.log.error({ err: error, url: request.url }, "rendering failed");
        },
      },
    );
    setTimeout(abort, patience + 1_000).unref();
  });
}

/** Every unexpected error of a loader, action or render; refusals and redirects never come here. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  // An address that does not exist is somebody's mistake, not ours; the response says so.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (!request.signal.aborted) context.log.error({ err: error, url: request.url }, "request failed");
}
