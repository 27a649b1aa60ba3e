import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Reads the page's data again every `ms` while `on` and while somebody looks at it. */
export function useRefresh(ms: number, on: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, ms);
    return () => clearInterval(timer);
  }, [ms, on, revalidate]);
}
