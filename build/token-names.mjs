/** Fluent's design tokens: each is the custom property of its name. */
export const tokens = new Proxy({}, { get: (_, name) => `var(--${name})` });
