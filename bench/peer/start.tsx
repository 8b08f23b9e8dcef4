import { Button, FluentProvider, webLightTheme } from "@fluentui/react-components";
import { useState } from "react";
import { createRoot } from "react-dom/client";

/** The least that a pane in Excel with Fluent UI needs: library, provider, one button that reacts. */
function Peer() {
  const [pressed, setPressed] = useState(false);
  return (
    <FluentProvider theme={webLightTheme}>
      <Button aria-pressed={pressed} onClick={() => setPressed(!pressed)}>
        Drücken
      </Button>
    </FluentProvider>
  );
}

async function start(): Promise<void> {
  await Office.onReady();
  performance.mark("library");
  const place = document.getElementById("pane");
  if (place === null) throw new Error("the page has no place for the peer");
  createRoot(place).render(<Peer />);
}

void start();
