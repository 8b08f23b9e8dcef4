/** Exit codes of `koop`. */
export const EXIT = {
  done: 0,
  /** Done, but something needs the user: an unanswered question, a red check, changed inputs. */
  needsUser: 1,
  /** Could not be done; nothing was written. */
  refused: 2,
} as const;
