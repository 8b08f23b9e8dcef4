import { Button } from "@fluentui/react-components";
import type { ReturnedWorkbook } from "../../../analysis/returned-workbook";
import { fill, type Text, verbatim } from "../../../language";
import type { OutputPreview } from "../../engine";
import { useSpoken } from "../../frame/spoken";
import type { OutputDesk } from "../../session/output-desk";
import { useOutputStyles } from "./styles";
import { OUTPUT } from "./words";

interface MailSectionProps {
  readonly desk: OutputDesk;
  readonly mail: ReturnedWorkbook | undefined;
  readonly preview: OutputPreview | undefined;
}

/** Whether the workbook can go out as it is. */
export function MailSection({ desk, mail, preview }: MailSectionProps) {
  const styles = useOutputStyles();
  const say = useSpoken();
  const outdated = preview?.changes.sheets.some(({ fate }) => fate !== "unchanged") ?? false;
  return (
    <section aria-labelledby="output-mail">
      <h2 id="output-mail">{say(OUTPUT.mail)}</h2>
      <p className={styles.hint}>{say(OUTPUT.mailWhy)}</p>
      {mail !== undefined && <MailResult mail={mail} outdated={outdated} />}
      <div className={styles.actions}>
        <Button onClick={() => void desk.checkForMail()}>{say(OUTPUT.checkMail)}</Button>
      </div>
    </section>
  );
}

interface MailResultProps {
  readonly mail: ReturnedWorkbook;
  readonly outdated: boolean;
}

function MailResult({ mail, outdated }: MailResultProps) {
  const styles = useOutputStyles();
  const say = useSpoken();
  const open = openPoints(mail, outdated);
  return (
    <div role="status">
      <p className={styles.strong}>{say(open.length === 0 ? OUTPUT.mailGood : OUTPUT.mailBad)}</p>
      <ul className={styles.list}>
        {(open.length === 0 ? settledPoints(mail) : open).map((text, index) => (
          <li key={index} className={styles.item}>
            {say(text)}
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{say(OUTPUT.mailLinks)}</p>
    </div>
  );
}

function openPoints(
  { checks, changed, findings }: ReturnedWorkbook,
  outdated: boolean,
): readonly Text[] {
  return [
    ...(outdated ? [OUTPUT.mailOutdated] : []),
    ...(changed.length === 0
      ? []
      : [
          changed.length === 1
            ? OUTPUT.mailChangedOne
            : fill(OUTPUT.mailChanged, String(changed.length)),
        ]),
    ...checks
      .filter(({ ok }) => !ok)
      .map(({ label }) => fill(OUTPUT.redCheck, verbatim(label), verbatim(""))),
    ...findings.map(({ message, cell }) =>
      cell === undefined ? message : fill({ de: "{0}: {1}", en: "{0}: {1}" }, cell, message),
    ),
  ];
}

function settledPoints({ checks }: ReturnedWorkbook): readonly Text[] {
  return [
    OUTPUT.mailCurrent,
    fill(OUTPUT.mailChecks, String(checks.length)),
    OUTPUT.mailNoErrors,
    OUTPUT.mailHidden,
  ];
}
