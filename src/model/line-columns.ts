/** Columns of the table of lines: they stand left of the years, where other sheets name other things. */
export const GROUP_COLUMN = 2;
export const PRODUCT_COLUMN = 3;
export const ACCOUNT_COLUMN = 4;
export const ORIGIN_COLUMN = 5;
export const KEY_COLUMN = 6;
