/** A form event's answers, by item id; null for what is no event of the platform, such as a visitor's forgery. */
export const readResponse = (event: unknown): { readonly formId: string; readonly responseId: string; readonly answers: Readonly<Record<string, string | readonly string[]>>; readonly at: number } | null => {
  if (typeof event !== 'object' || event === null || !('response' in event) || !('source' in event)) return null;
  const { response, source } = event as GoogleAppsScript.Events.FormsOnFormSubmit;
  // Visitors may call entry functions, but plain data has no methods: only the platform's own objects pass here.
  if (typeof response?.getItemResponses !== 'function' || typeof source?.getId !== 'function') return null;
  const answers: Record<string, string | readonly string[]> = {};
  for (const item of response.getItemResponses()) {
    const given = item.getResponse();
    answers[String(item.getItem().getId())] = typeof given === 'string' ? given : Array.isArray(given) ? given.flat().filter((part): part is string => typeof part === 'string') : '';
  }
  return { formId: source.getId(), responseId: response.getId(), answers, at: response.getTimestamp().getTime() };
};
