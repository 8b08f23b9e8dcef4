import { createRoot } from "react-dom/client";
import { Workbench } from "./workbench";

const place = document.getElementById("workbench");
if (place === null) throw new Error("the page has no place for the workbench");
createRoot(place).render(<Workbench />);
