import { Title3 } from "@fluentui/react-components";
import { useSpoken } from "../../frame/spoken";
import { VIEW_NAMES } from "../../frame/words";

/** Step two: which budget lines belong to the model. */
export function AssignmentView() {
  const say = useSpoken();
  return <Title3 as="h1">{say(VIEW_NAMES.assignment)}</Title3>;
}
