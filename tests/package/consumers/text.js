// A short article of our own, for all consumers.
export const text = `Harbour Town Votes to Keep Its Ferry

The council of Alder Bay voted on Tuesday, 4 March 2025, to keep the ferry that has linked the town to Gull Island since 1931. The vote was close.

"People on the island need this boat to get to work and to school," said Marta Olsen, the mayor. She said that the town would pay $1.2 million a year.

Two members of the council voted against the plan. They said the money was needed for roads. The ferry carried 84,000 passengers last year, 12% more than the year before.

The company that runs the ferry, Northline, had asked to end the service in June. It will now stay until 2030 at least.
`;
