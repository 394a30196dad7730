export interface Entry { name: string; text: string; at: string }
