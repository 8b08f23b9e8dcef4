export { SheetDetails } from "./sheet-details";
export { YearQuestion } from "./year-question";
