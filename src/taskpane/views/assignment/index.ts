export { AssignmentView } from "./assignment-view";
