export { ScenariosView } from "./scenarios-view";
