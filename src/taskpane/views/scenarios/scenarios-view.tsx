import { useEffect, useRef } from "react";
import { usePaneState } from "../../frame/session-context";
import { placeIn, type ScenarioPlace } from "../../session/scenario-place";
import { BlockPage } from "./block-page";
import { focusField } from "./focus";
import { FramePage } from "./frame-page";
import { NewBlockPage } from "./new-block-page";
import { PresetGallery } from "./preset-gallery";
import { ScenarioList } from "./scenario-list";
import { ScenarioPage } from "./scenario-page";

/** Step three: the scenarios, their blocks, and what they have in common; one level at a time. */
export function ScenariosView() {
  const document = usePaneState((state) => state.document);
  const asked = usePaneState((state) => state.place);
  const place = placeIn(document, asked);
  return (
    <>
      <Level key={keyOf(place)} place={place} />
      <Focus place={place} />
    </>
  );
}

function Level({ place }: { readonly place: ScenarioPlace }) {
  switch (place.kind) {
    case "list":
      return <ScenarioList />;
    case "frame":
      return <FramePage />;
    case "presets":
      return <PresetGallery />;
    case "scenario":
      return <ScenarioPage id={place.scenario} />;
    case "new-block":
      return <NewBlockPage scenario={place.scenario} />;
    case "block":
      return <BlockPage scenario={place.scenario} block={place.block} />;
  }
}

/**
 * Takes the keyboard along from level to level: to the heading of the level gone to, on the way back to
 * what was opened before, and to a field that is asked for.
 */
function Focus({ place }: { readonly place: ScenarioPlace }) {
  const asked = usePaneState((state) => state.askedField);
  const here = keyOf(place);
  const before = useRef<string>(undefined);
  const fulfilled = useRef<number>(undefined);
  useEffect(() => {
    const from = before.current;
    before.current = here;
    if (asked !== undefined && asked.number !== fulfilled.current) {
      fulfilled.current = asked.number;
      focusField(asked.path);
      return;
    }
    if (from === undefined || from === here) return;
    const opener = window.document.querySelector<HTMLElement>(
      `[data-leads-to="${CSS.escape(from)}"]`,
    );
    (opener ?? window.document.querySelector<HTMLElement>("main h1"))?.focus();
  }, [here, asked]);
  return undefined;
}

/** A word for a place, the same wherever it is spoken of. */
function keyOf(place: ScenarioPlace): string {
  const scenario = "scenario" in place ? place.scenario : "";
  return `${place.kind}/${scenario}/${place.kind === "block" ? place.block : ""}`;
}
