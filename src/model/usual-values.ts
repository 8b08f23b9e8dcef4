/** What a workplace costs where the user gives nothing, EUR a year without VAT. */
export const USUAL_WORKPLACE_PRICE = {
  amount: 1500,
  source: "Landkreis Lüneburg, Vorlage 2017/417-1 vom 17.07.2018",
} as const;

/** Users that one team of an administrator and a technician looks after, where nothing is given. */
export const USUAL_USERS_PER_TEAM = 200;
