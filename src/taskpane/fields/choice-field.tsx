import { Checkbox } from "../controls/checkbox";
import { Select } from "../controls/select";
import type { Text } from "../../language";
import { useSession } from "../frame/session-context";
import { useSpoken } from "../frame/spoken";
import { type FieldFacts, FieldFrame } from "./field-frame";

export interface ChoiceFieldProps<Choice extends string> extends FieldFacts {
  readonly choices: readonly { readonly value: Choice; readonly label: Text }[];
  readonly value: Choice;
  readonly onValue: (value: Choice) => void;
}

/** One of a few. */
export function ChoiceField<Choice extends string>({
  choices,
  value,
  onValue,
  ...facts
}: ChoiceFieldProps<Choice>) {
  const say = useSpoken();
  const session = useSession();
  return (
    <FieldFrame {...facts}>
      <Select
        value={value}
        onChoose={(wanted) => {
          const chosen = choices.find((choice) => choice.value === wanted);
          if (chosen !== undefined) onValue(chosen.value);
          session.leaveField();
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {say(choice.label)}
          </option>
        ))}
      </Select>
    </FieldFrame>
  );
}

export interface SwitchFieldProps extends FieldFacts {
  readonly value: boolean;
  readonly onValue: (value: boolean) => void;
}

/** Yes or no. */
export function SwitchField({ value, onValue, ...facts }: SwitchFieldProps) {
  const say = useSpoken();
  const session = useSession();
  return (
    <FieldFrame {...facts} bare>
      <Checkbox
        checked={value}
        label={say(facts.label)}
        onCheck={(checked) => {
          onValue(checked);
          session.leaveField();
        }}
      />
    </FieldFrame>
  );
}
