/** Address of Microsoft's library, as the built pages name it. */
export const OFFICE_JS: string;
/** What a built page may load, for its own text and for the header of a server. */
export function contentSecurityPolicy(page: { readonly officeJs: boolean }): string;
