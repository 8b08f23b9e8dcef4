/** A call of the packager that cannot be carried out, in words. */
export class PackageRefusal extends Error {}

/**
 * The address under which the pages will be served, with a slash at its end.
 * @throws PackageRefusal for everything Excel would not load an add-in from
 */
export function packageAddress(given: string | undefined): string {
  if (given === undefined || given === "") {
    throw new PackageRefusal(
      "--url fehlt: die Adresse, unter der die Seiten auf Ihrem Webserver liegen werden.",
    );
  }
  if (!URL.canParse(given)) {
    throw new PackageRefusal(
      `--url: „${given}“ ist keine Adresse. Erwartet wird etwas wie https://server/kooperationsrechner.`,
    );
  }
  const url = new URL(given);
  if (url.protocol !== "https:") {
    throw new PackageRefusal(
      `--url: „${given}“ beginnt nicht mit https://. Excel lädt Add-Ins nur über https mit gültigem Zertifikat.`,
    );
  }
  if (url.search !== "" || url.hash !== "" || url.username !== "") {
    throw new PackageRefusal(
      `--url: „${given}“ enthält mehr als Server und Pfad. Bitte ohne ?, # und Anmeldenamen angeben.`,
    );
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
