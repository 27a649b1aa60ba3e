import { useEffect, type RefObject } from "react";

/** How long somebody stays before the place is kept, in milliseconds. */
const patience = 2_000;
/** What counts as the top of the page, in pixels: under the reader's bar, and just below where `#p-n` is scrolled to. */
const top = 88;

/**
 * Tells the server which paragraph stands at the top of the page: two seconds after it came there, and at once when the page is left, so that any device can read on.
 * Nothing waits for the answer, and nothing is lost without it but the place.
 */
export function useReadingPlace(text: RefObject<HTMLElement>, { to, version, section }: { to: string; version: string; section: number }): void {
  useEffect(() => {
    const blocks = [...(text.current?.children ?? [])].filter((block) => /^p-\d+$/.test(block.id));
    const visible = new Set<Element>();
    let current = "";
    let sent = "";
    let timer: number | undefined;
    const send = () => {
      window.clearTimeout(timer);
      if (current === sent) return;
      sent = current;
      navigator.sendBeacon(to, new URLSearchParams({ version, section: String(section), paragraph: current }));
    };
    const leave = () => {
      if (document.visibilityState === "hidden") send();
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) if (entry.isIntersecting) visible.add(entry.target); else visible.delete(entry.target);
        const first = blocks.find((block) => visible.has(block))?.id.slice(2);
        if (first === undefined || first === current) return;
        current = first;
        window.clearTimeout(timer);
        timer = window.setTimeout(send, patience);
      },
      { rootMargin: `-${top}px 0px 0px 0px` },
    );
    for (const block of blocks) observer.observe(block);
    window.addEventListener("pagehide", send);
    document.addEventListener("visibilitychange", leave);
    // Before going on notes the section as read, so that the place is the older of the two.
    document.addEventListener("submit", send, true);
    return () => {
      observer.disconnect();
      window.removeEventListener("pagehide", send);
      document.removeEventListener("visibilitychange", leave);
      document.removeEventListener("submit", send, true);
      send();
    };
  }, [text, to, version, section]);
}
