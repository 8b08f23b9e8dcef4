export { BudgetView } from "./budget-view";
