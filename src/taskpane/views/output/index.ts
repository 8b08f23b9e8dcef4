export { OutputView } from "./output-view";
