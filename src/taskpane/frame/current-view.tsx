import { Button } from "@fluentui/react-components";
import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from "react";
import { Waiting } from "../controls/waiting";
import type { ViewName } from "../session/state";
import { usePaneState } from "./session-context";
import { useSpoken } from "./spoken";
import { ViewBoundary } from "./view-boundary";
import { FRAME } from "./words";

/**
 * The first view is a chunk of its own; those of the other steps are one: they have much in common and pack
 * better together.
 */
const COMPONENTS: Readonly<Record<ViewName, LazyExoticComponent<ComponentType>>> = {
  budget: lazy(async () => ({ default: (await import("../views/budget")).BudgetView })),
  assignment: lazy(async () => ({
    default: (await import(/* webpackChunkName: "steps" */ "../views/assignment")).AssignmentView,
  })),
  scenarios: lazy(async () => ({
    default: (await import(/* webpackChunkName: "steps" */ "../views/scenarios")).ScenariosView,
  })),
  results: lazy(async () => ({
    default: (await import(/* webpackChunkName: "steps" */ "../views/results")).ResultsView,
  })),
  output: lazy(async () => ({
    default: (await import(/* webpackChunkName: "steps" */ "../views/output")).OutputView,
  })),
};

/** The view of the current step. */
export function CurrentView() {
  const say = useSpoken();
  const view = usePaneState((state) => state.view);
  const View = COMPONENTS[view];
  return (
    <ViewBoundary key={view} fallback={(retry) => <ViewFailed retry={retry} />}>
      <Suspense fallback={<Waiting label={say(FRAME.loading)} />}>
        <View />
      </Suspense>
    </ViewBoundary>
  );
}

function ViewFailed({ retry }: { readonly retry: () => void }) {
  const say = useSpoken();
  return (
    <div role="alert">
      <p>{say(FRAME.viewFailed)}</p>
      <Button onClick={retry}>{say(FRAME.again)}</Button>
    </div>
  );
}
