import { createContext, useContext, useSyncExternalStore } from "react";
import type { PaneSession } from "../session/session";
import type { PaneState } from "../session/state";
import type { Engine } from "../session/world";

const SessionContext = createContext<PaneSession | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

/** The session of the pane; components call its methods and show its state. */
export function useSession(): PaneSession {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("no session around this component");
  return session;
}

/**
 * A part of the state; the component is drawn anew when that part is another one.
 * @param select gives the same object as long as nothing changed, never one made for the occasion
 */
export function usePaneState<Part>(select: (state: PaneState) => Part): Part {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => select(session.getState()));
}

/** What computes and changes nothing; it is there as soon as the workbook was looked through. */
export function useEngine(): Engine | undefined {
  return useSession().engine;
}
