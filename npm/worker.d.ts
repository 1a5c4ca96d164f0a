/** The worker's script. Starting it does everything; it exports nothing. */
export {};
