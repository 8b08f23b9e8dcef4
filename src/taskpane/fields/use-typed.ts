import { useEffect, useRef, useState } from "react";
import { useSession } from "../frame/session-context";

/** What a text means in its field. */
export type TypedReading<Value> =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "wrong" };

interface TypedOptions<Value, Reading extends TypedReading<Value>> {
  readonly value: Value | undefined;
  /** The text of a value as it stands in the field. */
  readonly show: (value: Value) => string;
  readonly read: (text: string) => Reading;
  /** Whether the field may be left empty. */
  readonly optional: boolean;
  readonly onValue: (value: Value | undefined) => void;
  /** Called when the field goes away while its text is not understood, so that nothing is lost in silence. */
  readonly onLost: (text: string) => void;
}

/** The text of a field, what it means, and what changes it. */
export interface Typed<Reading> {
  readonly text: string;
  readonly reading: Reading;
  /** The user is typing, or has left a text that is not understood. */
  readonly typing: boolean;
  readonly change: (text: string) => void;
  readonly leave: () => void;
}

/**
 * A field's text apart from its value: each understood text becomes the value at once, any other stays
 * as typed while the value before it holds on. A value changed elsewhere (undo) takes the text's place.
 */
export function useTyped<Value, Reading extends TypedReading<Value>>({
  value,
  show,
  read,
  optional,
  onValue,
  onLost,
}: TypedOptions<Value, Reading>): Typed<Reading> {
  const session = useSession();
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: Value | undefined }>();
  const valid = draft !== undefined && Object.is(draft.of, value);
  const text = valid ? draft.text : value === undefined ? "" : show(value);
  const reading = read(text);
  const lost = valid && reading.kind === "wrong" ? text : undefined;
  const atEnd = useRef<() => void>(undefined);
  useEffect(() => {
    atEnd.current = lost === undefined ? undefined : () => onLost(lost);
  });
  useEffect(() => () => atEnd.current?.(), []);
  const change = (next: string): void => {
    const meant = read(next);
    if (meant.kind === "value" || (meant.kind === "empty" && optional)) {
      const becomes = meant.kind === "value" ? meant.value : undefined;
      setDraft({ text: next, of: becomes });
      if (!Object.is(becomes, value)) onValue(becomes);
    } else {
      setDraft({ text: next, of: value });
    }
  };
  const leave = (): void => {
    const understood = reading.kind === "value" || (reading.kind === "empty" && optional);
    if (understood) setDraft(undefined);
    session.leaveField();
  };
  return { text, reading, typing: valid, change, leave };
}
