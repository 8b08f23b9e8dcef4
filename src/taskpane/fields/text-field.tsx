import { Input } from "@fluentui/react-components";
import { useState } from "react";
import { TextArea } from "../controls/text-area";
import { fill } from "../../language";
import { useSession } from "../frame/session-context";
import { type FieldFacts, FieldFrame } from "./field-frame";
import { FIELDS } from "./words";

export interface TextFieldProps extends FieldFacts {
  readonly value: string | undefined;
  readonly onValue: (value: string | undefined) => void;
  readonly longest: number;
  /** Several lines. */
  readonly lines?: number;
}

/** Words of the user's own. */
export function TextField({ value, onValue, longest, lines = 1, ...facts }: TextFieldProps) {
  const session = useSession();
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: string | undefined }>();
  const text = draft !== undefined && draft.of === value ? draft.text : (value ?? "");
  const tooLong = text.length > longest;
  const change = (next: string): void => {
    const kept = next.trim() === "" ? undefined : next;
    const taken = next.length <= longest && (kept !== undefined || facts.required !== true);
    setDraft({ text: next, of: taken ? kept : value });
    if (taken && kept !== value) onValue(kept);
  };
  const leave = (): void => {
    if (!tooLong && (text.trim() !== "" || facts.required !== true)) setDraft(undefined);
    session.leaveField();
  };
  const control = { value: text, onBlur: leave };
  return (
    <FieldFrame
      {...facts}
      error={tooLong ? fill(FIELDS.tooLong, longest, text.length) : undefined}
      empty={text.trim() === ""}
    >
      {lines === 1 ? (
        <Input {...control} autoComplete="off" onChange={(_, data) => change(data.value)} />
      ) : (
        <TextArea {...control} rows={lines} onText={change} />
      )}
    </FieldFrame>
  );
}
