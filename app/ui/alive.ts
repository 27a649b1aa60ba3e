import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and until the page is hydrated, true afterwards: what JavaScript adds appears only where it works. */
export function useAlive(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
