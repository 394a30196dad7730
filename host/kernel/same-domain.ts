/** Domains whose accounts belong to nobody in common. */
const consumerDomains = ['gmail.com', 'googlemail.com'];

const domainOf = (email: string): string => email.slice(email.indexOf('@') + 1).toLowerCase();

/**
 * The person as code with another account's rights may know them: only within one Workspace domain, or when it is the
 * same account; blank else, as in triggers and in web apps that run as their owner.
 */
export const knownTo = (owner: string, person: string | null): string | null => {
  if (person === null || person === owner) return person;
  return domainOf(person) === domainOf(owner) && !consumerDomains.includes(domainOf(owner)) ? person : null;
};
