/** Columns of the table of lines: they stand left of the years, where other sheets name other things. */
export const GROUP_COLUMN = 2;
export const PRODUCT_COLUMN = 3;
export const ACCOUNT_COLUMN = 4;
export const ORIGIN_COLUMN = 5;
export const KEY_COLUMN = 6;

/** Beside planned values: the position of the budget request, and whether the line is budgeted. */
export const POSITION_COLUMN = 4;
export const HELD_COLUMN = 5;
