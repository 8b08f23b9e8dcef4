import { createRoot } from "react-dom/client";
import type { Language } from "../language";
import { Desk } from "./desk";
import { Workbench } from "./workbench";

const place = document.getElementById("workbench");
if (place === null) throw new Error("the page has no place for the workbench");
// German unless the browser speaks English.
const language: Language = navigator.language.toLowerCase().startsWith("en") ? "en" : "de";
const desk = new Desk(language);
createRoot(place).render(<Workbench desk={desk} language={language} />);
void desk.start();
