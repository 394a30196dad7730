// Loaded first: other files use it while they load.
const CONFIG = Object.freeze({ title: 'Guest book', entriesKey: 'entries', maxEntries: 50 });
