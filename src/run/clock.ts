import { type CalendarDate, dateOf } from "../law/calendar";

/** The day by the clock of this computer. */
export function dayByClock(): CalendarDate {
  const now = new Date();
  return dateOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
